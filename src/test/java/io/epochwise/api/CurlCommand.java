package io.epochwise.api;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A documented call of curl, sent as curl would send it, without curl. It knows what the pages use of it: {@code -X}, {@code -H},
 * {@code --data} and {@code --data-binary} with text, {@code @file} or {@code @-}, {@code -o}, and a {@code printf} with the content of a
 * file before it. What else there is fails.
 *
 * @param method of HTTP
 * @param path with its query
 * @param contentType of the body; null without a body
 * @param accept the forms of the answer that are accepted; null for any
 * @param body null if there is none
 * @param output where the answer goes; null for nowhere
 */
record CurlCommand(String method, String path, String contentType, String accept, byte[] body, Path output) {
    private static final String SERVICE = "http://localhost:8080";
    private static final Pattern PRINTF = Pattern.compile("(?s)printf '([^']*)' \"\\$\\(cat (\\S+)\\)\" \\|\\s*(.*)");

    /** Reads a command of a shell. */
    static CurlCommand of(String command) throws IOException {
        Matcher printf = PRINTF.matcher(command.strip());
        boolean piped = printf.matches();
        byte[] input = piped
                ? printf.group(1)
                        .replace(
                                "%s", Files.readString(Path.of(printf.group(2))).strip())
                        .getBytes(UTF_8)
                : null;
        List<String> words = words(piped ? printf.group(3) : command.strip());
        if (!words.get(0).equals("curl")) {
            throw new AssertionError("no call of curl: " + command);
        }
        String method = null;
        String path = null;
        String contentType = null;
        String accept = null;
        byte[] body = null;
        Path output = null;
        for (int i = 1; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-sS", "--fail-with-body" -> {}
                case "-X" -> method = words.get(++i);
                case "-o" -> output = Path.of(words.get(++i));
                case "--data", "--data-binary" -> body = data(words.get(++i), input);
                case "-H" -> {
                    String header = words.get(++i);
                    if (header.startsWith("Content-Type: ")) {
                        contentType = header.substring("Content-Type: ".length());
                    } else if (header.startsWith("Accept: ")) {
                        accept = header.substring("Accept: ".length());
                    } else {
                        throw new AssertionError("unknown header " + header);
                    }
                }
                default -> {
                    if (!words.get(i).startsWith(SERVICE)) {
                        throw new AssertionError("unknown word " + words.get(i) + " in " + command);
                    }
                    path = words.get(i).substring(SERVICE.length());
                }
            }
        }
        return new CurlCommand(
                method == null ? body == null ? "GET" : "POST" : method, path, contentType, accept, body, output);
    }

    private static byte[] data(String word, byte[] input) throws IOException {
        if (word.equals("@-")) {
            return input;
        }
        return word.startsWith("@") ? Files.readAllBytes(Path.of(word.substring(1))) : word.getBytes(UTF_8);
    }

    /** Words as a shell splits them, with quotes of both kinds and lines that go on. */
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            boolean space = quote == 0 && Character.isWhitespace(c);
            if (quote == 0 && c == '\\' && i + 1 < command.length() && command.charAt(i + 1) == '\n') {
                i++;
            } else if (space && word != null) {
                words.add(word.toString());
                word = null;
            } else if (!space) {
                word = word == null ? new StringBuilder() : word;
                if (c == quote) {
                    quote = 0;
                } else if (quote == 0 && (c == '\'' || c == '"')) {
                    quote = c;
                } else {
                    word.append(c);
                }
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }

    /** Sends it to the service under test, as what the OpenAPI document allows. */
    String send() throws IOException {
        RequestSpecification request = Contract.right();
        if (contentType != null) {
            request.contentType(contentType);
        }
        if (accept != null) {
            request.accept(accept);
        }
        if (body != null) {
            request.body(body);
        }
        // REST Assured would encode the query once more.
        Response answer = request.urlEncodingEnabled(false)
                .request(method, URI.create(path).toString());
        String text = answer.then().statusCode(200).extract().asString();
        if (output != null) {
            Files.createDirectories(output.toAbsolutePath().getParent());
            Files.writeString(output, text);
        }
        return text;
    }

    /** What is asked, in words: path and body, unless that is a file of its own. */
    String question() {
        return path + (body == null || body.length > 100_000 ? "" : "\n" + new String(body, UTF_8));
    }
}
