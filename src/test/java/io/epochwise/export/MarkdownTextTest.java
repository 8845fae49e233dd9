package io.epochwise.export;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "a price of 25.00 USD (expected), 50 %; é ! a price of 25.00 USD (expected), 50 %; é",
                "a|b ! a&#124;b",
                "a\\|b ! a&#92;&#124;b",
                "`code` ! &#96;code&#96;",
                "<b>x</b> &amp; ! &#60;b&#62;x&#60;/b&#62; &#38;amp;",
                "[t](u) ! &#91;t&#93;(u)",
                "*x* _y_ ~z~ $1$ ! &#42;x&#42; &#95;y&#95; &#126;z&#126; &#36;1&#36;",
                "https://a.example ! https:&#8288;//a.example",
                "WWW.a.example a.b ! WWW.&#8288;a.example a.b",
                "@team me@a.example #1 ! @&#8288;team me@&#8288;a.example #&#8288;1",
                "10:30 a: b ! 10:30 a: b"
            })
    void anybodysTextIsText(String text, String markdown) {
        assertThat(MarkdownText.of(text)).isEqualTo(markdown);
    }

    @Test
    void whatCannotBeSeenIsASpace() {
        assertThat(MarkdownText.of("a\nb\r\nc\td\u0000e\u2028f\u202eg\u200bh\u0085i"))
                .isEqualTo("a b  c d e f g h i");
    }

    @Test
    void addressesOfCitationsStay() {
        assertThat(MarkdownText.ofCitation("PAGE: https://a.example/x_y?b=1&c=2 | [d] <e>"))
                .isEqualTo("PAGE: https://a.example/x_y?b=1&c=2 &#124; &#91;d&#93; &#60;e&#62;");
    }

    /** Undone as every reader of Markdown undoes it, the text is what it was, and nothing else was in it. */
    @Test
    void everyTextIsShownAsItIs() {
        Random random = new Random(1);
        String signs = "ab1 |\\`<>[]()!*_{}#@&;:/~$\"'+-=.w\u00e9\ud83d\ude00";
        Pattern written = Pattern.compile("&#([0-9]+);");
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                int at = random.nextInt(signs.length() - 1);
                text.append(signs.charAt(at) < 0xd800 ? signs.charAt(at) : '-');
            }
            String markdown = MarkdownText.of(text.toString());
            String left = written.matcher(markdown).replaceAll("");
            assertThat(left).doesNotContain("|", "`", "<", ">", "[", "]", "\\", "*", "_", "&");
            assertThat(markdown).doesNotContain("://");
            String shown = written.matcher(markdown)
                    .replaceAll(
                            number -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(number.group(1)))));
            assertThat(shown.replace("\u2060", "")).isEqualTo(text.toString());
        }
    }
}
