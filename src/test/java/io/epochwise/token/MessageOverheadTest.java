package io.epochwise.token;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MessageOverheadTest {
    private static final TokenRange TRAINING = new TokenRange(0, 2, 3);
    private static final MessageOverhead GPT_4O = new MessageOverhead(4, 1, 3, TRAINING);
    private static final MessageOverhead GPT_5 = new MessageOverhead(4, 1, 2, TRAINING);

    @Test
    void equalsTheRecordedRequests() {
        assertThat(GPT_4O.request(1, 0)).isEqualTo(7);
        assertThat(GPT_4O.request(2, 0)).isEqualTo(11);
        assertThat(GPT_5.request(1, 0)).isEqualTo(6);
        assertThat(GPT_5.request(2, 0)).isEqualTo(10);
    }

    @Test
    void addsOneForEachName() {
        assertThat(GPT_4O.request(6, 4)).isEqualTo(6 * 4 + 4 + 3);
        assertThat(GPT_4O.example(3, 1)).isEqualTo(new TokenRange(13, 15, 16));
    }

    /** MS-BREED: 4,800 examples of three messages, two epochs, 5,590,000 content tokens; billed in whole 1,000. */
    @Test
    void explainsTheBilledVisionJob() {
        TokenRange example = GPT_4O.example(3, 0);
        assertThat(example).isEqualTo(new TokenRange(12, 14, 15));
        TokenRange job = example.times(4_800 * 2).plus(TokenRange.exactly(5_590_000));
        assertThat(job).isEqualTo(new TokenRange(5_705_200, 5_724_400, 5_734_000));
        assertThat((job.expected() + 999) / 1000 * 1000).isEqualTo(5_725_000);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "1, -1", "1, 2", "-1, -1"})
    void rejectsCountsThatCannotBe(long messages, long names) {
        assertThatThrownBy(() -> GPT_4O.request(messages, names)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GPT_4O.example(messages, names)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "0, -1, 0", "0, 0, -1"})
    void rejectsNegativeOverhead(int perMessage, int perName, int perRequest) {
        assertThatThrownBy(() -> new MessageOverhead(perMessage, perName, perRequest, TRAINING))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
