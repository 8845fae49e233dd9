package io.epochwise.benchmark;

import java.nio.ByteBuffer;
import java.util.Random;

/** Images that begin as they should and have noise in place of pixels. */
final class Images {
    static final int WIDTH = 1024;
    static final int HEIGHT = 768;

    private static final int SEGMENT = 0xFFFF;
    private static final int SEGMENTS = 4;

    private Images() {}

    /** A PNG of so many bytes. */
    static byte[] png(int length) {
        byte[] bytes = noise(length);
        ByteBuffer.wrap(bytes)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(WIDTH)
                .putInt(HEIGHT)
                .put(new byte[] {8, 2, 0, 0, 0})
                .putInt(0)
                .putInt(length)
                .put(new byte[] {'I', 'D', 'A', 'T'});
        return bytes;
    }

    /** A JPEG of so many bytes whose size comes after a quarter of a megabyte of what cameras and editors write before it. */
    static byte[] jpegWithLateSize(int length) {
        byte[] bytes = noise(length);
        ByteBuffer image = ByteBuffer.wrap(bytes).putShort((short) 0xFFD8);
        for (int segment = 0; segment < SEGMENTS; segment++) {
            image.putShort((short) (0xFFE1 + segment)).putShort((short) SEGMENT);
            image.position(image.position() + SEGMENT - Short.BYTES);
        }
        image.putShort((short) 0xFFC0)
                .putShort((short) 17)
                .put((byte) 8)
                .putShort((short) HEIGHT)
                .putShort((short) WIDTH)
                .put(new byte[] {3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1});
        return bytes;
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(2).nextBytes(bytes);
        return bytes;
    }
}
