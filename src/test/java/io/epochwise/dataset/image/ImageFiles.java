package io.epochwise.dataset.image;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Image files written by hand from the formats' specifications, up to and a little beyond what a header is. */
final class ImageFiles {
    static final int ALPHA = 0x10;
    static final int ANIMATION = 0x02;

    private ImageFiles() {}

    // PNG

    static byte[] png(long width, long height, int bitDepth, int colorType, byte[]... chunksBeforeData) {
        byte[] header = new Bytes()
                .be32(width)
                .be32(height)
                .u8(bitDepth, colorType, 0, 0, 0)
                .done();
        Bytes file = new Bytes().text("\u0089PNG\r\n\u001a\n").raw(pngChunk("IHDR", header));
        for (byte[] chunk : chunksBeforeData) {
            file.raw(chunk);
        }
        return file.raw(pngChunk("IDAT", new byte[20]))
                .raw(pngChunk("IEND", new byte[0]))
                .done();
    }

    static byte[] pngChunk(String type, byte[] data) {
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(StandardCharsets.ISO_8859_1));
        checksum.update(data);
        return new Bytes()
                .be32(data.length)
                .text(type)
                .raw(data)
                .be32(checksum.getValue())
                .done();
    }

    static byte[] animationControl(int frames) {
        return pngChunk("acTL", new Bytes().be32(frames).be32(0).done());
    }

    // JPEG

    /** SOI, the segments, a start of scan, entropy-coded bytes, EOI. */
    static byte[] jpeg(byte[]... segments) {
        Bytes file = new Bytes().u8(0xff, 0xd8);
        for (byte[] segment : segments) {
            file.raw(segment);
        }
        return file.raw(jpegSegment(0xda, new byte[10]))
                .u8(0x12, 0xff, 0x00, 0x34, 0xff, 0xd9)
                .done();
    }

    static byte[] jpegSegment(int marker, byte[] data) {
        return new Bytes().u8(0xff, marker).be16(data.length + 2).raw(data).done();
    }

    static byte[] jfif() {
        return jpegSegment(
                0xe0, new Bytes().text("JFIF\0").u8(1, 1, 0, 0, 1, 0, 1, 0, 0).done());
    }

    static byte[] frame(int marker, int width, int height, int components) {
        Bytes data = new Bytes().u8(8).be16(height).be16(width).u8(components);
        for (int component = 1; component <= components; component++) {
            data.u8(component, 0x11, 0);
        }
        return jpegSegment(marker, data.done());
    }

    // WebP

    static byte[] webpLossy(int width, int height) {
        byte[] bitStream = new Bytes()
                .le24(0x10 | 40 << 5)
                .u8(0x9d, 0x01, 0x2a)
                .le16(width)
                .le16(height)
                .zeros(40)
                .done();
        return webp(riffChunk("VP8 ", bitStream));
    }

    static byte[] webpLossless(int width, int height, boolean alpha) {
        long bits = (width - 1) | (long) (height - 1) << 14 | (alpha ? 1L << 28 : 0);
        return webp(riffChunk("VP8L", new Bytes().u8(0x2f).le32(bits).zeros(7).done()));
    }

    static byte[] webpExtended(int flags, int width, int height) {
        byte[] canvas =
                new Bytes().u8(flags, 0, 0, 0).le24(width - 1).le24(height - 1).done();
        return webp(new Bytes()
                .raw(riffChunk("VP8X", canvas))
                .raw(riffChunk("ALPH", new byte[6]))
                .done());
    }

    static byte[] webp(byte[] chunks) {
        return new Bytes()
                .text("RIFF")
                .le32(4 + chunks.length)
                .text("WEBP")
                .raw(chunks)
                .done();
    }

    static byte[] riffChunk(String type, byte[] data) {
        return new Bytes()
                .text(type)
                .le32(data.length)
                .raw(data)
                .zeros(data.length % 2)
                .done();
    }

    // GIF

    /** Version 89a with a global color table of eight colors, the blocks, a trailer. */
    static byte[] gif(int width, int height, byte[]... blocks) {
        Bytes file = new Bytes()
                .text("GIF89a")
                .le16(width)
                .le16(height)
                .u8(0xa2, 0, 0)
                .zeros(24);
        for (byte[] block : blocks) {
            file.raw(block);
        }
        return file.text(";").done();
    }

    /** An image with a local color table of four colors and that many bytes of data in sub-blocks. */
    static byte[] gifImage(int dataBytes) {
        return new Bytes()
                .text(",")
                .zeros(8)
                .u8(0x81)
                .zeros(12)
                .u8(2)
                .raw(subBlocks(dataBytes))
                .done();
    }

    static byte[] gifExtension(int label, int dataBytes) {
        return new Bytes().text("!").u8(label).raw(subBlocks(dataBytes)).done();
    }

    /** Data full of image separators, trailers and terminators, which must not be taken for such. */
    private static byte[] subBlocks(int dataBytes) {
        Bytes blocks = new Bytes();
        for (int left = dataBytes; left > 0; left -= 255) {
            int length = Math.min(left, 255);
            blocks.u8(length);
            for (int i = 0; i < length; i++) {
                blocks.u8(",;\0".charAt(i % 3));
            }
        }
        return blocks.u8(0).done();
    }
}
