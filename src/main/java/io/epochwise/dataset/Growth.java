package io.epochwise.dataset;

import io.epochwise.token.TokenRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the counts of a profile change with its examples, if more or fewer of the same kind are taken.
 *
 * @param to examples that there are to be
 * @param from examples that there are, 1 or more
 */
record Growth(long to, long from) {
    DatasetProfile of(DatasetProfile profile) {
        return new DatasetProfile(
                profile.schema(),
                profile.catalogVersion(),
                profile.asOf(),
                of(profile.bytes()),
                profile.lines(),
                profile.blankLines(),
                to,
                profile.invalidExamples(),
                profile.messages() == null ? null : of(profile.messages()),
                profile.text() == null ? null : of(profile.text()),
                profile.tokensPerExample(),
                profile.images() == null ? null : of(profile.images()),
                profile.offerings() == null
                        ? null
                        : profile.offerings().stream().map(this::of).toList(),
                profile.findings(),
                null);
    }

    private DatasetProfile.Messages of(DatasetProfile.Messages messages) {
        return new DatasetProfile.Messages(
                of(messages.system()), of(messages.user()), of(messages.assistant()), of(messages.tool()));
    }

    private DatasetProfile.Text of(DatasetProfile.Text text) {
        return new DatasetProfile.Text(
                text.encoding(), text.tokens() == null ? null : of(text.tokens()), of(text.characters()));
    }

    private DatasetProfile.RoleTokens of(DatasetProfile.RoleTokens tokens) {
        return new DatasetProfile.RoleTokens(
                of(tokens.system()), of(tokens.user()), of(tokens.assistant()), of(tokens.tool()), of(tokens.total()));
    }

    DatasetProfile.Images of(DatasetProfile.Images images) {
        List<DatasetProfile.SizeCount> sizes = images.sizes() == null
                ? null
                : images.sizes().stream().map(this::of).toList();
        return new DatasetProfile.Images(
                of(images.count()),
                of(images.examplesWithImages()),
                images.maxPerExample(),
                of(images.bytes()),
                images.byFormat(),
                images.byColorMode(),
                images.bySource(),
                of(images.unresolved()),
                images.unreadable() == null ? null : Long.valueOf(of(images.unreadable())),
                images.sizeStep(),
                sizes,
                of(images.unresolvedByDetail()));
    }

    private DatasetProfile.SizeCount of(DatasetProfile.SizeCount size) {
        return new DatasetProfile.SizeCount(size.width(), size.height(), size.detail(), of(size.count()));
    }

    private Map<String, Long> of(Map<String, Long> counts) {
        return counts == null
                ? null
                : counts.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue())));
    }

    private DatasetProfile.OfferingProfile of(DatasetProfile.OfferingProfile row) {
        return new DatasetProfile.OfferingProfile(
                row.offering(),
                of(row.textTokens()),
                of(row.imageTokens()),
                of(row.overheadTokens()),
                row.tokensPerEpoch() == null ? null : of(row.tokensPerEpoch()),
                of(row.truncatedExamples()),
                row.defaultEpochs(),
                row.findings());
    }

    private TokenRange of(TokenRange tokens) {
        return new TokenRange(of(tokens.low()), of(tokens.expected()), of(tokens.high()));
    }

    private long of(long count) {
        return BigDecimal.valueOf(count)
                .multiply(BigDecimal.valueOf(to))
                .divide(BigDecimal.valueOf(from), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
