package io.epochwise.token.image;

/** What is done to every image, to see what that does to its tokens. */
@FunctionalInterface
public interface ImageChange {
    /** The image after the change. */
    SizedImage of(SizedImage image);

    /** The detail after the change of images whose size is not known. */
    default Detail ofUnknownSize(Detail detail) {
        return detail;
    }

    /** Another detail for every image. */
    static ImageChange detail(Detail detail) {
        return new ImageChange() {
            @Override
            public SizedImage of(SizedImage image) {
                return image.with(detail);
            }

            @Override
            public Detail ofUnknownSize(Detail before) {
                return detail;
            }
        };
    }
}
