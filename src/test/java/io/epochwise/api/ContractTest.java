package io.epochwise.api;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The check of the contract can fail. */
@QuarkusTest
class ContractTest {
    private static final String GOOD =
            "{'encoding':'o200k_base','exact':true,'counts':[7],'total':{'low':7,'expected':7,'high':7}}";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "'exact':true,    '',                        true",
                "[7],             [],                        false",
                "'exact':true,    \"'exact':'yes'\",           true",
                "[7],             ['7'],                     true",
                "'low':7,         'lowest':7,                true",
                "'low':7,         'low':-7,                  true",
                "\"'exact':true,\", \"'exact':true,'more':1,\",  true",
                "'exact':true,    'exact':false,             false"
            })
    void anAnswerThatIsNotAsDocumentedIsFound(String part, String otherPart, boolean wrong) {
        String body = GOOD.replace(part, otherPart.equals("''") ? "'was':1" : otherPart)
                .replace('\'', '"');
        SimpleResponse answer = SimpleResponse.Builder.ok()
                .withContentType("application/json")
                .withBody(body)
                .build();
        ValidationReport report = Contract.validator(Contract.older(Contract.document()), ValidationReport.Level.ERROR)
                .validateResponse("/v1/tokens/texts", Request.Method.POST, answer);
        assertThat(report.hasErrors()).as(body + report.getMessages()).isEqualTo(wrong);
    }
}
