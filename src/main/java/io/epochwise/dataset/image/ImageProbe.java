package io.epochwise.dataset.image;

import java.util.Objects;

/**
 * Reads an image's header from its bytes as they come, in pieces of any size, and holds but a few dozen of them: what
 * lies between is skipped by counting. It measures and does not decode: checksums and pixels are never looked at, and a
 * file cut after its header counts as whole.
 *
 * <p>PNG, JPEG, WebP and GIF are measured; other formats are recognized at most. Nothing in the bytes makes it throw. A
 * probe serves one image after another, each begun by {@link #reset()}, and one thread at a time.
 */
public final class ImageProbe {
    private final Signature signature = new Signature();
    private final HeaderWindow window = new HeaderWindow();

    /** Forgets all; the next byte is the first of an image. */
    public void reset() {
        signature.reset();
        window.reset();
    }

    /**
     * Takes the image's next bytes.
     *
     * @param buffer where they are; only read, and not kept
     * @param offset index of the first of them
     * @param length how many, zero or more
     * @return whether no further bytes are needed: all is known, or the image is known to be unreadable. Further bytes
     *     change nothing.
     * @throws IndexOutOfBoundsException if the range does not lie within the buffer
     */
    public boolean accept(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        int position = offset;
        int end = offset + length;
        if (!signature.isComplete()) {
            position += signature.accept(buffer, position, end);
            if (!signature.isComplete()) {
                return false;
            }
            begin();
            signature.replay(window);
        }
        return window.accept(buffer, position, end);
    }

    /** What the header says if the bytes taken since {@link #reset()} are all there are; the probe is unchanged. */
    public ImageHeader finish() {
        return signature.isComplete() ? window.header() : tooShort();
    }

    private void begin() {
        ImageFormat format = signature.format();
        window.format(format);
        switch (format) {
            case PNG -> PngHeader.begin(window);
            case JPEG -> JpegHeader.begin(window);
            case WEBP -> WebpHeader.begin(window);
            case GIF -> GifHeader.begin(window);
            case UNKNOWN -> beginUnknown();
            default -> window.finish(ImageProblem.UNSUPPORTED_FORMAT);
        }
    }

    private void beginUnknown() {
        if (signature.isFileTypeBox()) {
            HeifBrands.begin(window);
        } else if (signature.isMarkup()) {
            SvgProlog.begin(window);
        } else {
            window.finish(ImageProblem.UNKNOWN_FORMAT);
        }
    }

    private ImageHeader tooShort() {
        ImageFormat format = signature.format();
        ImageProblem problem;
        if (signature.held() == 0) {
            problem = ImageProblem.EMPTY;
        } else if (format == ImageFormat.UNKNOWN) {
            problem = ImageProblem.UNKNOWN_FORMAT;
        } else {
            problem = format.isMeasured() ? ImageProblem.TRUNCATED_HEADER : ImageProblem.UNSUPPORTED_FORMAT;
        }
        return new ImageHeader(format, 0, 0, ColorMode.UNKNOWN, false, problem);
    }
}
