package io.epochwise.dataset.image;

/** Why an image's header cannot be relied on, or that it can. */
public enum ImageProblem {
    /** Nothing is wrong: the format is a measured one and both sides are from 1 to {@link ImageHeader#MAX_SIDE}. */
    NONE,
    /** There are no bytes at all. */
    EMPTY,
    /** The bytes are no image format the probe knows, or too few to tell. */
    UNKNOWN_FORMAT,
    /** A format that is recognized but not measured, see {@link ImageFormat#isMeasured()}. */
    UNSUPPORTED_FORMAT,
    /** The bytes end before the header is complete; a size given nevertheless was read in full. */
    TRUNCATED_HEADER,
    /** A side is zero; also a JPEG that leaves its height to a DNL segment after the first scan. */
    ZERO_DIMENSION,
    /** A side is over {@link ImageHeader#MAX_SIDE} pixels. */
    ABSURD_DIMENSION,
    /** The header contradicts its format's specification so that decoders refuse the file. */
    CORRUPT_HEADER
}
