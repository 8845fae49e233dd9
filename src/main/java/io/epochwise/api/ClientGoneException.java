package io.epochwise.api;

import java.io.IOException;

/** The client stopped sending before the end of its body: nobody is there to be told. */
final class ClientGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    ClientGoneException(Throwable cause) {
        super("the client stopped before the end of its body", cause);
    }
}
