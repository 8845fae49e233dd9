package io.epochwise.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CitedPagesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://docs.example/a.html, copied in a file           | https://docs.example/a.html
        price page (https://docs.example/a), third-party copy   | https://docs.example/a
        GitHub acme/rules, docs/images.md, commit 2e65270, undated | https://github.com/acme/rules/tree/2e65270
        GitHub acme/rules, undated                              | https://github.com/acme/rules
        GitHub acme/rules.js, issue 2851 (confusion)            | https://github.com/acme/rules.js/issues/2851
        GitHub acme/rules, review of pull request 446           | https://github.com/acme/rules/pull/446
        Hugging Face data set acme/gpu-prices                   | https://huggingface.co/datasets/acme/gpu-prices
        Summaries of the report, arXiv 2511.21631               | https://arxiv.org/abs/2511.21631
        """)
    void findsThePageThatACitationNames(String citation, String address) {
        assertThat(CitedPages.of(citation)).containsExactly(address);
    }

    @Test
    void aCommitBelongsToTheRepositoryBeforeIt() {
        assertThat(CitedPages.of("https://docs.example, copied in GitHub a/b, and GitHub c/d, commit 0127fb6"))
                .containsExactly(
                        "https://docs.example", "https://github.com/a/b", "https://github.com/c/d/tree/0127fb6");
    }

    @Test
    void wordsWithoutAPageStayWords() {
        assertThat(CitedPages.of("GitHub litellm, discussion 39357; the wording of a contract"))
                .isEmpty();
        assertThat(CitedPages.linked("our contract 4711")).isEqualTo("our contract 4711");
        assertThat(CitedPages.linked("GitHub a/b, issue 7, and https://docs.example."))
                .isEqualTo("[GitHub a/b, issue 7](https://github.com/a/b/issues/7), and <https://docs.example>.");
    }
}
