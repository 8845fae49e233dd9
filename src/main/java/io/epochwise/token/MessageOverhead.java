package io.epochwise.token;

/**
 * The tokens a provider adds around the content of messages: their delimiters, roles and names, and the opening of the
 * reply.
 *
 * <p>Recorded for OpenAI requests (RECORDED: concluded from recorded API responses): 4 a message (3 and 1 for
 * the role) and 3 a request on GPT-4o and GPT-4.1, 2 a request on GPT-5 and the o-series. OA-CB-COUNT says the same for
 * GPT-4o, and 1 more for a name, whose own tokens are text.
 *
 * <p>Training examples: 2 an example as best estimate, from the one bill that could be recounted (MS-BREED); 0 (the format alone) and 3 (OA-CB-COUNT, as in a request) as bounds.
 *
 * @param perMessage tokens around each message, its role included
 * @param perName tokens for each message that carries a name, without the name's own
 * @param perRequest tokens once a request, for the opening of the reply
 * @param perExample tokens once a training example
 */
public record MessageOverhead(int perMessage, int perName, int perRequest, TokenRange perExample) {
    /** Where nothing is known of a model's packaging: the constants of most chat models, a guess from 0 up. */
    public static final MessageOverhead USUAL = new MessageOverhead(4, 1, 3, new TokenRange(0, 2, 3));

    /** @throws IllegalArgumentException if a count is negative */
    public MessageOverhead {
        if (perMessage < 0 || perName < 0 || perRequest < 0) {
            throw new IllegalArgumentException("negative overhead: " + perMessage + " a message, " + perName
                    + " a name, " + perRequest + " a request");
        }
    }

    /**
     * The overhead of one inference request.
     *
     * @param messages how many messages it has
     * @param names how many of them carry a name
     * @throws IllegalArgumentException if not {@code 0 <= names <= messages}
     */
    public long request(long messages, long names) {
        return Math.addExact(around(messages, names), perRequest);
    }

    /**
     * The overhead of one training example.
     *
     * @param messages how many messages it has
     * @param names how many of them carry a name
     * @throws IllegalArgumentException if not {@code 0 <= names <= messages}
     */
    public TokenRange example(long messages, long names) {
        return perExample.plus(TokenRange.exactly(around(messages, names)));
    }

    private long around(long messages, long names) {
        if (names < 0 || names > messages) {
            throw new IllegalArgumentException("not 0 <= names <= messages: " + names + ", " + messages);
        }
        return Math.addExact(Math.multiplyExact(messages, perMessage), Math.multiplyExact(names, perName));
    }
}
