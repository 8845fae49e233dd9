package io.epochwise.api;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Quotations as workbooks over HTTP; what is in them is tested where they are written. */
@QuarkusTest
class XlsxQuotationsTest {
    private static final String QUOTATIONS = "/v1/quotations";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Path EXAMPLE = Path.of("src/main/resources/openapi/examples/quote.request.json");

    private static String example() throws IOException {
        return Files.readString(EXAMPLE);
    }

    private static ValidatableResponse ask(String path, String accept, String json) {
        return RestAssured.given()
                .accept(accept)
                .contentType(ContentType.JSON)
                .body(json)
                .post(path)
                .then();
    }

    private static String part(byte[] file, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no " + name);
    }

    @Test
    void bothWaysToAskGiveTheSameFile() throws IOException {
        byte[] named = ask(QUOTATIONS + "?format=xlsx", "*/*", example())
                .statusCode(200)
                .header("Content-Type", equalTo(XLSX))
                .header("Content-Disposition", equalTo("attachment; filename=\"Q-2026-0001-forecast.xlsx\""))
                .extract()
                .asByteArray();
        byte[] accepted = ask(QUOTATIONS, XLSX, example())
                .statusCode(200)
                .header("Content-Type", equalTo(XLSX))
                .extract()
                .asByteArray();
        assertThat(accepted).isEqualTo(named);
        String payable = ask(QUOTATIONS, "application/json", example())
                .statusCode(200)
                .extract()
                .path("totals.payable");
        assertThat(part(named, "xl/worksheets/sheet1.xml")).contains("<v>" + payable + "</v>");
        assertThat(part(named, "xl/sharedStrings.xml")).contains("Forecast, not an offer.");
    }

    /** Azure does not sell the data zone yet on that day. */
    @Test
    void aPriceThatIsNotKnownIsNoError() throws IOException {
        String question =
                ("{'requests':[{'kind':'training','request':{'offering':'azure/gpt-4o-2024-08-06','dataset':{'examples':1000,"
                                + "'textTokensPerExample':1000},'epochs':1,'tier':'data-zone'}}],'asOf':'2026-04-30'}")
                        .replace('\'', '"');
        assertThat(ask(QUOTATIONS, "application/json", question)
                        .statusCode(200)
                        .extract()
                        .<Object>path("totals.payable"))
                .isNull();
        byte[] file = ask(QUOTATIONS + "?format=xlsx", "*/*", question)
                .statusCode(200)
                .header("Content-Type", equalTo(XLSX))
                .extract()
                .asByteArray();
        assertThat(part(file, "xl/worksheets/sheet1.xml")).contains("t=\"str\"><f>Lines!$S$", "<v>not known</v>");
    }
}
