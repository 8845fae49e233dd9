package io.epochwise.dataset;

import io.epochwise.dataset.image.Base64Image;
import io.epochwise.dataset.image.Base64ImageSink;
import io.epochwise.dataset.image.ColorMode;
import io.epochwise.dataset.image.ImageFormat;
import io.epochwise.dataset.image.ImageHeader;
import io.epochwise.money.Decimals;
import io.epochwise.token.image.Detail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads an image part of a message, key by key in any order. What its bytes say of its size goes before what the part says. */
final class ImagePartReader {
    private static final int LONGEST_URL_PREFIX = 256;
    private static final String DATA_SCHEME = "data:";
    private static final String BASE64_MARK = ";base64";

    private final LineScanner scanner;
    private final ImageSize urlImages;
    private final BiConsumer<FindingCode, String> issues;
    private final Base64ImageSink sink = new Base64ImageSink();

    private boolean begun;
    private ImageSource source;
    private Detail detail;
    private int width;
    private int height;
    private int givenWidth;
    private int givenHeight;
    private ImageFormat format;
    private ColorMode colorMode;
    private long bytes;

    /**
     * @param urlImages the size of images given by URL; null if not known
     * @param issues takes what is wrong, with its key within the part
     */
    ImagePartReader(LineScanner scanner, ImageSize urlImages, BiConsumer<FindingCode, String> issues) {
        this.scanner = scanner;
        this.urlImages = urlImages;
        this.issues = issues;
    }

    /** Forgets the part before. */
    void begin() {
        begun = false;
        source = null;
        detail = Detail.AUTO;
        width = 0;
        height = 0;
        givenWidth = 0;
        givenHeight = 0;
        format = ImageFormat.UNKNOWN;
        colorMode = ColorMode.UNKNOWN;
        bytes = 0;
    }

    /** Whether the part has anything of an image. */
    boolean begun() {
        return begun;
    }

    /** Reads the value of {@code image_url}: an object or a string. */
    void readImageUrl() throws IOException {
        int token = scanner.token();
        if (token == '"') {
            readUrl();
        } else if (token == '{') {
            scanner.consume();
            ObjectKeys keys = new ObjectKeys();
            for (boolean first = true; scanner.nextKey(first); first = false) {
                String key = keys.add(scanner.text());
                switch (key) {
                    case "url" -> {
                        if (scanner.token() == '"') {
                            readUrl();
                        } else {
                            scanner.skipValue();
                        }
                    }
                    case "detail", "width", "height" -> readValue(key, "image_url." + key);
                    default -> {
                        issues.accept(FindingCode.UNRECOGNIZED_KEY, "image_url." + key);
                        scanner.skipValue();
                    }
                }
            }
        } else {
            scanner.skipValue();
        }
    }

    /**
     * Reads the value of a key that may stand in the part or in its {@code image_url}.
     *
     * @param key {@code detail}, {@code width} or {@code height}
     * @param path the key with its parents within the part
     */
    void readValue(String key, String path) throws IOException {
        begun = true;
        if (key.equals("detail")) {
            if (scanner.token() == '"') {
                scanner.readString();
                Optional<Detail> parsed = Detail.parse(scanner.text());
                parsed.ifPresentOrElse(known -> detail = known, () -> issues.accept(FindingCode.INVALID_DETAIL, path));
            } else {
                if (scanner.token() != 'n') {
                    issues.accept(FindingCode.INVALID_DETAIL, path);
                }
                scanner.skipValue();
            }
            return;
        }
        if (scanner.token() == 'n') {
            scanner.skipValue();
            return;
        }
        int side = side(scanner.captureValue());
        if (side == 0) {
            issues.accept(FindingCode.ABSURD_DIMENSION, path);
        } else if (key.equals("width")) {
            givenWidth = side;
        } else {
            givenHeight = side;
        }
    }

    private static int side(byte[] json) {
        try {
            int side = Decimals.parse(new String(json, StandardCharsets.UTF_8)).intValueExact();
            return ImageSize.inRange(side) ? side : 0;
        } catch (ArithmeticException | NumberFormatException e) {
            return 0;
        }
    }

    private void readUrl() throws IOException {
        begun = true;
        LineScanner.StringPart part = scanner.readStringUntil(',', LONGEST_URL_PREFIX);
        String prefix = scanner.text().toLowerCase(Locale.ROOT);
        if (prefix.startsWith(DATA_SCHEME)) {
            source = ImageSource.BASE64;
            if (part == LineScanner.StringPart.STOPPED && prefix.endsWith(BASE64_MARK)) {
                sink.reset();
                scanner.readBase64(sink);
                String declared = prefix.substring(DATA_SCHEME.length(), prefix.length() - BASE64_MARK.length());
                take(sink.finish(), declared);
            } else {
                source = ImageSource.OTHER;
                skipRest(part);
                issues.accept(FindingCode.DATA_URL_NOT_BASE64, "image_url.url");
            }
            return;
        }
        skipRest(part);
        if (prefix.startsWith("https://") || prefix.startsWith("http://")) {
            source = ImageSource.URL;
        } else if (prefix.startsWith("s3://")) {
            source = ImageSource.S3;
        } else if (prefix.startsWith("gs://")) {
            source = ImageSource.CLOUD_STORAGE;
        } else if (prefix.isEmpty() && part == LineScanner.StringPart.ENDED) {
            source = null;
        } else {
            source = ImageSource.OTHER;
            issues.accept(FindingCode.UNSUPPORTED_URL, "image_url.url");
        }
    }

    private void skipRest(LineScanner.StringPart part) throws IOException {
        if (part != LineScanner.StringPart.ENDED) {
            scanner.skipRest();
        }
    }

    private void take(Base64Image payload, String declared) {
        ImageHeader header = payload.header();
        bytes = payload.decodedBytes();
        format = header.format();
        colorMode = header.colorMode();
        String mediaType = declared.split(";", 2)[0].strip();
        FindingCode problem =
                switch (payload.problem()) {
                    case EMPTY -> FindingCode.EMPTY_IMAGE;
                    case INVALID_CHARACTER, BAD_PADDING -> FindingCode.INVALID_BASE64;
                    case TRUNCATED -> FindingCode.TRUNCATED_BASE64;
                    case NONE ->
                        switch (header.problem()) {
                            case NONE -> null;
                            case EMPTY -> FindingCode.EMPTY_IMAGE;
                            case UNKNOWN_FORMAT, UNSUPPORTED_FORMAT -> FindingCode.UNKNOWN_IMAGE_FORMAT;
                            case TRUNCATED_HEADER -> FindingCode.TRUNCATED_IMAGE;
                            case ZERO_DIMENSION -> FindingCode.ZERO_DIMENSION;
                            case ABSURD_DIMENSION -> FindingCode.ABSURD_DIMENSION;
                            case CORRUPT_HEADER -> FindingCode.CORRUPT_IMAGE;
                        };
                };
        if (problem != null) {
            issues.accept(problem, "image_url.url");
            return;
        }
        width = header.width();
        height = header.height();
        if (!mediaType.equals(header.format().mimeType())
                && !(mediaType.equals("image/jpg") && header.format() == ImageFormat.JPEG)) {
            issues.accept(FindingCode.MIME_MISMATCH, "image_url.url");
        }
        if (header.animated()) {
            issues.accept(FindingCode.ANIMATED_IMAGE, "image_url.url");
        }
    }

    /** The image, once all keys of its part are read; of a speaker not known yet. */
    ExampleImage finish() {
        boolean sizeGiven = givenWidth > 0 && givenHeight > 0;
        if (sizeGiven && source != ImageSource.BASE64) {
            width = givenWidth;
            height = givenHeight;
        }
        if (source == null) {
            if (!sizeGiven) {
                issues.accept(FindingCode.IMAGE_WITHOUT_URL, "image_url.url");
            }
            source = sizeGiven ? ImageSource.SIZE : ImageSource.OTHER;
        }
        if (source.elsewhere() && !sizeGiven) {
            if (urlImages == null) {
                issues.accept(FindingCode.UNRESOLVED_IMAGE, "image_url.url");
            }
            width = urlImages == null ? 0 : urlImages.width();
            height = urlImages == null ? 0 : urlImages.height();
        }
        boolean sized = width > 0 && height > 0;
        return new ExampleImage(
                Role.UNKNOWN,
                source,
                detail,
                sized ? width : 0,
                sized ? height : 0,
                format,
                colorMode,
                bytes,
                sized || source.elsewhere());
    }
}
