package io.epochwise.dataset.image;

/** A file format of images, told by its first bytes; the file's name and its declared MIME type play no part. */
public enum ImageFormat {
    /** Portable Network Graphics, APNG included. */
    PNG("png", "image/png"),
    /** JPEG in any coding: baseline, progressive, lossless, arithmetic. */
    JPEG("jpeg", "image/jpeg"),
    /** WebP, lossy, lossless or extended. */
    WEBP("webp", "image/webp"),
    /** GIF 87a or 89a. */
    GIF("gif", "image/gif"),
    /** Windows bitmap; recognized, not measured. */
    BMP("bmp", "image/bmp"),
    /** TIFF or BigTIFF; recognized, not measured. */
    TIFF("tiff", "image/tiff"),
    /** AVIF, still or sequence; recognized, not measured. */
    AVIF("avif", "image/avif"),
    /** HEIC, or another HEIF file that does not say it is AVIF; recognized, not measured. */
    HEIC("heic", "image/heic"),
    /** SVG as plain text in an encoding that contains ASCII; recognized, not measured. */
    SVG("svg", "image/svg+xml"),
    /** PDF; recognized, not measured. */
    PDF("pdf", "application/pdf"),
    /** None of the others, or too few bytes to tell. */
    UNKNOWN("unknown", "application/octet-stream");

    private final String label;
    private final String mimeType;

    ImageFormat(String label, String mimeType) {
        this.label = label;
        this.mimeType = mimeType;
    }

    /** The registered MIME type; {@code application/octet-stream} for {@link #UNKNOWN}. */
    public String mimeType() {
        return mimeType;
    }

    /** Whether the probe reads sizes of this format; the others it recognizes only so that a message can name them. */
    public boolean isMeasured() {
        return compareTo(GIF) <= 0;
    }

    /** The name in lower case, such as {@code png}. */
    @Override
    public String toString() {
        return label;
    }
}
