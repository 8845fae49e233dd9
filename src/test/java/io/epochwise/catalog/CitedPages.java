package io.epochwise.catalog;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Where the words of a citation lead: addresses, repositories at their commit, pull requests, issues, data sets, papers. */
final class CitedPages {
    private static final Pattern PAGE = Pattern.compile("(https?://[^\\s,;()]*[^\\s,;().:])"
            + "|GitHub ([\\w.-]+/[\\w.-]*\\w)(?:,( review of)? (pull request|issue) (\\d+))?"
            + "(?:(?=(?:(?!GitHub ).)*?commit ([0-9a-f]{7,40})))?"
            + "|Hugging Face data set ([\\w.-]+/[\\w.-]*\\w)"
            + "|arXiv (\\d{4}\\.\\d{5})");

    private CitedPages() {}

    /** The addresses that a citation names, in its order. */
    static List<String> of(String citation) {
        return PAGE.matcher(citation).results().map(CitedPages::address).toList();
    }

    /** The citation in Markdown with its pages as links. */
    static String linked(String citation) {
        return PAGE.matcher(citation).replaceAll(page -> {
            String words = page.group();
            return words.equals(page.group(1)) ? "<" + words + ">" : "[" + words + "](" + address(page) + ")";
        });
    }

    private static String address(MatchResult page) {
        if (page.group(1) != null) {
            return page.group(1);
        }
        if (page.group(7) != null) {
            return "https://huggingface.co/datasets/" + page.group(7);
        }
        if (page.group(8) != null) {
            return "https://arxiv.org/abs/" + page.group(8);
        }
        String repository = "https://github.com/" + page.group(2);
        if (page.group(4) != null) {
            return repository + (page.group(4).equals("issue") ? "/issues/" : "/pull/") + page.group(5);
        }
        return page.group(6) == null ? repository : repository + "/tree/" + page.group(6);
    }
}
