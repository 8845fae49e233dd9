package io.epochwise.dataset;

import io.epochwise.money.Decimals;
import io.epochwise.token.text.Encoding;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Reads one example in OpenAI's chat format: {@code messages} with text or a list of parts as content, images as object
 * or string, {@code weight}, {@code name}, calls of tools, {@code tools} and {@code functions}.
 *
 * <p>What makes a line unusable is thrown as {@link LineFault}; anything else that is wrong becomes an issue of the
 * example, and reading goes on.
 */
final class ExampleReader {
    private static final Set<String> MESSAGE_KEYS =
            Set.of("role", "content", "name", "weight", "tool_calls", "function_call", "tool_call_id", "refusal");

    /** Many times what any provider takes, and still small in memory. */
    private static final int MOST_IMAGES = 100_000;

    private final LineScanner scanner;
    private final List<Encoding> encodings;
    private final ImagePartReader image;

    private Example example;
    private int messageIndex;
    private int partIndex;

    private Role role;
    private boolean hasRole;
    private boolean hasContent;
    private boolean hasCall;
    private final long[] messageTokens;
    private int firstImage;

    private String partType;
    private boolean partHasText;

    /**
     * @param encodings the encodings to count text with
     * @param urlImages the size of images given by URL; null if not known
     */
    ExampleReader(LineScanner scanner, List<Encoding> encodings, ImageSize urlImages) {
        this.scanner = scanner;
        this.encodings = encodings;
        this.image = new ImagePartReader(scanner, urlImages, this::issue);
        this.messageTokens = new long[encodings.size()];
    }

    /** Reads the value that is the next token of the line. */
    void read(Example into) throws IOException {
        example = into;
        example.clear();
        messageIndex = -1;
        partIndex = -1;
        FindingCode fault;
        if (scanner.token() == '{') {
            scanner.beginFingerprint();
            scanner.consume();
            fault = readExample();
            example.fingerprint = scanner.endFingerprint();
        } else {
            scanner.skipValue();
            fault = FindingCode.NOT_AN_OBJECT;
        }
        if (scanner.token() != LineScanner.END_OF_LINE) {
            throw new LineFault(FindingCode.INVALID_JSON);
        }
        if (fault != null) {
            throw new LineFault(fault);
        }
        scanner.endLine();
    }

    /** Reads the example; returns what makes it unusable as a whole, null if nothing does. */
    private FindingCode readExample() throws IOException {
        ObjectKeys keys = new ObjectKeys();
        FindingCode fault = FindingCode.MISSING_MESSAGES;
        for (boolean first = true; scanner.nextKey(first); first = false) {
            String key = keys.add(scanner.text());
            switch (key) {
                case "messages" -> fault = readMessages();
                case "tools", "functions" -> readTools(key);
                case "parallel_tool_calls" -> scanner.skipValue();
                default -> {
                    issue(FindingCode.UNRECOGNIZED_KEY, key);
                    scanner.skipValue();
                }
            }
        }
        return fault;
    }

    /** Reads the messages; returns what makes them unusable as a whole, null if nothing does. */
    private FindingCode readMessages() throws IOException {
        if (scanner.token() != '[') {
            scanner.skipValue();
            return FindingCode.MISSING_MESSAGES;
        }
        scanner.consume();
        FindingCode fault = null;
        boolean empty = true;
        Role last = null;
        for (; scanner.nextElement(empty); empty = false) {
            messageIndex++;
            if (scanner.token() == '{') {
                scanner.consume();
                readMessage();
                last = role;
            } else {
                scanner.skipValue();
                fault = FindingCode.MESSAGE_NOT_AN_OBJECT;
            }
        }
        messageIndex = -1;
        if (empty) {
            return FindingCode.EMPTY_MESSAGES;
        }
        noteMissing(last);
        return fault;
    }

    private void noteMissing(Role last) {
        if (example.messages[Role.ASSISTANT.ordinal()] == 0) {
            issue(FindingCode.MISSING_ASSISTANT_MESSAGE, null);
        } else if (last != Role.ASSISTANT) {
            issue(FindingCode.LAST_MESSAGE_NOT_ASSISTANT, null);
        }
        if (example.messages[Role.USER.ordinal()] == 0) {
            issue(FindingCode.MISSING_USER_MESSAGE, null);
        }
        if (example.messages[Role.SYSTEM.ordinal()] == 0) {
            issue(FindingCode.MISSING_SYSTEM_MESSAGE, null);
        }
    }

    private void readMessage() throws IOException {
        role = Role.UNKNOWN;
        hasRole = false;
        hasContent = false;
        hasCall = false;
        Arrays.fill(messageTokens, 0);
        firstImage = example.images.size();
        ObjectKeys keys = new ObjectKeys();
        for (boolean first = true; scanner.nextKey(first); first = false) {
            readMessageValue(keys.add(scanner.text()));
        }
        if (!hasRole) {
            issue(FindingCode.MISSING_ROLE, "role");
        }
        if (!hasContent && !hasCall) {
            issue(FindingCode.MISSING_CONTENT, "content");
        }
        example.messages[role.ordinal()]++;
        for (int i = 0; i < messageTokens.length; i++) {
            example.tokens[role.ordinal()][i] += messageTokens[i];
        }
        for (int i = firstImage; i < example.images.size(); i++) {
            example.images.set(i, example.images.get(i).by(role));
        }
    }

    private void readMessageValue(String key) throws IOException {
        switch (key) {
            case "role" -> readRole();
            case "content" -> readContent();
            case "name" -> {
                if (scanner.token() == '"') {
                    countText();
                    example.names++;
                } else {
                    scanner.skipValue();
                }
            }
            case "refusal" -> {
                if (scanner.token() == '"') {
                    countText();
                    hasContent = true;
                } else {
                    scanner.skipValue();
                }
            }
            case "weight" -> readWeight();
            case "tool_calls" -> {
                hasCall |= scanner.token() == '[';
                readCalls();
            }
            case "function_call" -> {
                hasCall |= scanner.token() == '{';
                readCall();
            }
            default -> {
                if (!MESSAGE_KEYS.contains(key)) {
                    issue(FindingCode.UNRECOGNIZED_KEY, key);
                }
                scanner.skipValue();
            }
        }
    }

    private void readRole() throws IOException {
        if (scanner.token() != '"') {
            scanner.skipValue();
            return;
        }
        scanner.readString();
        hasRole = true;
        role = Role.parse(scanner.text());
        if (role == Role.UNKNOWN) {
            issue(FindingCode.UNRECOGNIZED_ROLE, "role");
        }
    }

    private void readWeight() throws IOException {
        String text = new String(scanner.captureValue(), StandardCharsets.UTF_8);
        if (text.equals("null")) {
            return;
        }
        try {
            var weight = Decimals.parse(text);
            if (weight.signum() == 0) {
                issue(FindingCode.ZERO_WEIGHT, "weight");
                return;
            }
            if (weight.compareTo(BigDecimal.ONE) == 0) {
                return;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        issue(FindingCode.INVALID_WEIGHT, "weight");
    }

    private void readContent() throws IOException {
        int token = scanner.token();
        if (token == '"') {
            hasContent = true;
            if (!countText()) {
                issue(FindingCode.EMPTY_CONTENT, "content");
            }
        } else if (token == '[') {
            hasContent = true;
            scanner.consume();
            boolean empty = true;
            for (; scanner.nextElement(empty); empty = false) {
                partIndex++;
                readPart();
            }
            partIndex = -1;
            if (empty) {
                issue(FindingCode.EMPTY_CONTENT, "content");
            }
        } else {
            if (token != 'n') {
                hasContent = true;
                issue(FindingCode.INVALID_CONTENT, "content");
            }
            scanner.skipValue();
        }
    }

    private void readPart() throws IOException {
        if (scanner.token() != '{') {
            scanner.skipValue();
            issue(FindingCode.UNKNOWN_PART_TYPE, null);
            return;
        }
        scanner.consume();
        partType = null;
        partHasText = false;
        image.begin();
        ObjectKeys keys = new ObjectKeys();
        for (boolean first = true; scanner.nextKey(first); first = false) {
            readPartValue(keys.add(scanner.text()));
        }
        finishPart();
    }

    private void readPartValue(String key) throws IOException {
        switch (key) {
            case "type" -> {
                if (scanner.token() == '"') {
                    scanner.readString();
                    partType = scanner.text();
                } else {
                    scanner.skipValue();
                }
            }
            case "text", "refusal" -> {
                if (scanner.token() == '"') {
                    partHasText = true;
                    if (!countText()) {
                        issue(FindingCode.EMPTY_CONTENT, key);
                    }
                } else {
                    scanner.skipValue();
                }
            }
            case "image_url" -> image.readImageUrl();
            case "detail", "width", "height" -> image.readValue(key, key);
            default -> {
                issue(FindingCode.UNRECOGNIZED_KEY, key);
                scanner.skipValue();
            }
        }
    }

    private void finishPart() {
        boolean imageType = "image_url".equals(partType) || "image".equals(partType) || "input_image".equals(partType);
        boolean textType = "text".equals(partType) || "refusal".equals(partType) || "input_text".equals(partType);
        if (imageType || partType == null && image.begun()) {
            addImage();
        } else if (!textType || !partHasText) {
            issue(FindingCode.UNKNOWN_PART_TYPE, "type");
        }
    }

    private void addImage() {
        if (example.images.size() == MOST_IMAGES) {
            throw new LineFault(FindingCode.EXAMPLE_TOO_LARGE);
        }
        example.images.add(image.finish());
    }

    private void readCalls() throws IOException {
        if (scanner.token() != '[') {
            scanner.skipValue();
            return;
        }
        scanner.consume();
        for (boolean first = true; scanner.nextElement(first); first = false) {
            if (scanner.token() != '{') {
                scanner.skipValue();
                continue;
            }
            scanner.consume();
            ObjectKeys keys = new ObjectKeys();
            for (boolean firstKey = true; scanner.nextKey(firstKey); firstKey = false) {
                if (keys.add(scanner.text()).equals("function")) {
                    readCall();
                } else {
                    scanner.skipValue();
                }
            }
        }
    }

    /** Counts the name and the arguments of a call as text. */
    private void readCall() throws IOException {
        if (scanner.token() != '{') {
            scanner.skipValue();
            return;
        }
        scanner.consume();
        ObjectKeys keys = new ObjectKeys();
        for (boolean first = true; scanner.nextKey(first); first = false) {
            String key = keys.add(scanner.text());
            if ((key.equals("name") || key.equals("arguments")) && scanner.token() == '"') {
                countText();
            } else {
                scanner.skipValue();
            }
        }
    }

    private void readTools(String key) throws IOException {
        if (scanner.token() == 'n') {
            scanner.skipValue();
            return;
        }
        byte[] json = scanner.captureValue();
        try {
            example.tools.addAll(ToolReader.read(json));
        } catch (IllegalArgumentException e) {
            issue(FindingCode.INVALID_TOOLS, key);
        }
    }

    /** Counts the string that is the next token; false if it is empty. */
    private boolean countText() throws IOException {
        TextBuffer text = scanner.readString();
        for (int i = 0; i < messageTokens.length; i++) {
            messageTokens[i] += text.tokens(encodings.get(i));
        }
        example.characters += text.characters();
        if (text.hasLoneSurrogate()) {
            issue(FindingCode.LONE_SURROGATE, null);
        }
        return !text.isEmpty();
    }

    private void issue(FindingCode code, String key) {
        example.add(code, () -> path(key));
    }

    private String path(String key) {
        StringBuilder path = new StringBuilder();
        if (messageIndex >= 0) {
            path.append("messages[").append(messageIndex).append(']');
        }
        if (partIndex >= 0) {
            path.append(".content[").append(partIndex).append(']');
        }
        if (key != null) {
            path.append(path.isEmpty() ? "" : ".").append(key);
        }
        return path.toString();
    }
}
