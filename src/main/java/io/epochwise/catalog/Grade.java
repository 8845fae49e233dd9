package io.epochwise.catalog;

import io.epochwise.fault.Spelling;

/** How good the source of a fact is. */
public enum Grade {
    /** Vendor page, vendor specification or vendor-owned public repository. */
    OFFICIAL,
    /** Verbatim copy or quotation of a vendor page or interface, kept by a third party. */
    OFFICIAL_COPY,
    /** A third party reporting what the vendor does or charges. */
    SECONDARY,
    /** Arithmetic or a conclusion of the catalog itself. */
    DERIVED,
    /** Given by the operator or the caller: a negotiated price, for example. */
    OWN;

    @Override
    public String toString() {
        return Spelling.of(this);
    }
}
