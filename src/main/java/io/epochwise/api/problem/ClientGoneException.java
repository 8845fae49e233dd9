package io.epochwise.api.problem;

import java.io.IOException;

/** The client stopped sending before the end of its body: nobody is there to be told. */
public final class ClientGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param cause how it was noticed */
    public ClientGoneException(Throwable cause) {
        super("the client stopped before the end of its body", cause);
    }
}
