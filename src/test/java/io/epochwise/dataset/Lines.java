package io.epochwise.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Lines of a dataset, written by hand. */
final class Lines {
    static final int GRAYSCALE = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GRAYSCALE_ALPHA = 4;
    static final int RGBA = 6;

    private Lines() {}

    /** A file of lines, each ended by a line feed. */
    static byte[] file(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static String example(String... messages) {
        return "{\"messages\":[" + String.join(",", messages) + "]}";
    }

    /** A sound example of system, user and assistant message. */
    static String ask(String question) {
        return example(system("Read."), user(text(question)), assistant("Yes."));
    }

    /** A sound example with these images. */
    static String show(String... images) {
        return example(system("Read."), user(images), assistant("Yes."));
    }

    static String system(String text) {
        return message("system", text);
    }

    static String assistant(String text) {
        return message("assistant", text);
    }

    static String message(String role, String text) {
        return "{\"role\":\"" + role + "\",\"content\":\"" + text + "\"}";
    }

    static String user(String... parts) {
        return "{\"role\":\"user\",\"content\":[" + String.join(",", parts) + "]}";
    }

    static String text(String text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }

    static String image(String url) {
        return imageUrl("\"url\":\"" + url + "\"");
    }

    static String image(String url, String detail) {
        return imageUrl("\"url\":\"" + url + "\",\"detail\":\"" + detail + "\"");
    }

    /** An image part with these members in its {@code image_url}. */
    static String imageUrl(String members) {
        return "{\"type\":\"image_url\",\"image_url\":{" + members + "}}";
    }

    static String png(int width, int height) {
        return png(width, height, RGB);
    }

    static String png(int width, int height, int colorType) {
        return dataUrl("image/png", pngBytes(width, height, colorType, 57));
    }

    static String dataUrl(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    /** A PNG as far as headers go: signature, IHDR and the head of an IDAT, zeros up to the length. */
    static byte[] pngBytes(int width, int height, int colorType, int length) {
        ByteBuffer file = ByteBuffer.allocate(length);
        file.put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        file.putInt(13).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        file.putInt(width).putInt(height).put((byte) 8).put((byte) colorType).put(new byte[3]);
        file.putInt(0);
        file.putInt(length - 45).put("IDAT".getBytes(StandardCharsets.US_ASCII));
        return file.array();
    }

    static byte[] gifBytes(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(40);
        file.put("GIF87a".getBytes(StandardCharsets.US_ASCII));
        file.put((byte) width).put((byte) (width >> 8)).put((byte) height).put((byte) (height >> 8));
        file.put(new byte[3])
                .put((byte) ',')
                .put(new byte[9])
                .put((byte) 2)
                .put((byte) 0)
                .put((byte) ';');
        return file.array();
    }

    /** A JPEG of that many components up to its start of scan. */
    static byte[] jpegBytes(int width, int height, int components) {
        ByteBuffer file = ByteBuffer.allocate(2 + 10 + 3 * components + 4);
        file.putShort((short) 0xFFD8).putShort((short) 0xFFC0).putShort((short) (8 + 3 * components));
        file.put((byte) 8).putShort((short) height).putShort((short) width).put((byte) components);
        for (int component = 1; component <= components; component++) {
            file.put((byte) component).put((byte) 0x11).put((byte) 0);
        }
        file.putShort((short) 0xFFDA).putShort((short) 2);
        return file.array();
    }
}
