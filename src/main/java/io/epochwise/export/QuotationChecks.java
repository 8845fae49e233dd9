package io.epochwise.export;

import io.epochwise.estimate.Faults;
import io.epochwise.fault.InvalidInputException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a quotation must keep, beyond what its questions check themselves. */
final class QuotationChecks {
    private static final int MAX_REQUESTS = 100;
    private static final int MAX_AGREED = 100;
    private static final int MAX_NUMBER = 35;
    private static final int MAX_NAME = 200;
    private static final int MAX_COST_CENTER = 50;
    private static final int MAX_NOTES = 2_000;
    private static final BigDecimal MAX_AMOUNT = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal MAX_RATE = BigDecimal.valueOf(1_000_000_000L);
    private static final Pattern UNSPSC = Pattern.compile("\\d{8}");
    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9-]{1,100}");
    private static final Set<String> FOCUS_VERSIONS = Set.of("1.2", "1.4");

    private final Faults faults = new Faults();

    private QuotationChecks() {}

    /** @throws InvalidInputException naming all that is wrong */
    static void check(QuotationRequest request, LocalDate asOf) {
        QuotationChecks checks = new QuotationChecks();
        checks.requests(request.requests());
        if (request.document() != null) {
            checks.document(request.document(), asOf);
        }
        if (request.agreement() != null) {
            checks.agreement(request.agreement());
        }
        if (request.focusVersion() != null && !FOCUS_VERSIONS.contains(request.focusVersion())) {
            checks.faults.add("focusVersion", "must be 1.2 or 1.4");
        }
        checks.faults.end();
    }

    private void requests(List<?> requests) {
        if (!faults.given("requests", requests)) {
            return;
        }
        if (requests.isEmpty() || requests.size() > MAX_REQUESTS) {
            faults.add("requests", "must be from 1 to " + MAX_REQUESTS);
        }
        for (int i = 0; i < requests.size(); i++) {
            faults.given("requests[" + i + "]", requests.get(i));
        }
    }

    private void document(DocumentDetails document, LocalDate asOf) {
        text("document.number", document.number(), MAX_NUMBER, false);
        text("document.costCenter", document.costCenter(), MAX_COST_CENTER, false);
        text("document.buyerCookie", document.buyerCookie(), MAX_NAME, false);
        text("document.notes", document.notes(), MAX_NOTES, true);
        party("document.buyer", document.buyer());
        party("document.supplier", document.supplier());
        if (document.unspsc() != null && !UNSPSC.matcher(document.unspsc()).matches()) {
            faults.add("document.unspsc", "must be 8 digits");
        }
        LocalDate issued = document.issueDate() == null ? asOf : document.issueDate();
        if (document.validUntil() != null && document.validUntil().isBefore(issued)) {
            faults.add("document.validUntil", "must not be before " + issued + ", the day of issue");
        }
        if (document.currency() != null) {
            currency(document.currency());
        }
        ExchangeRate rate = document.exchangeRate();
        if (rate != null) {
            exchangeRate(document.currency(), rate);
        }
    }

    private void currency(String code) {
        if (MinorUnits.of(code).isEmpty()) {
            faults.add("document.currency", "must be the ISO 4217 code of a currency in which one pays, such as EUR");
        }
    }

    private void exchangeRate(String currency, ExchangeRate rate) {
        faults.given("document.exchangeRate.asOf", rate.asOf());
        if (faults.given("document.exchangeRate.source", rate.source())) {
            text("document.exchangeRate.source", rate.source(), MAX_NAME, false);
        }
        if (faults.given("document.exchangeRate.rate", rate.rate())) {
            if (rate.rate().signum() <= 0 || rate.rate().compareTo(MAX_RATE) > 0) {
                faults.add("document.exchangeRate.rate", "must be above 0 and at most " + MAX_RATE.toPlainString());
            }
        }
        if (currency == null) {
            faults.add("document.exchangeRate", "needs document.currency, into which it converts");
        }
    }

    private void party(String path, Party party) {
        if (party != null && faults.given(path + ".name", party.name())) {
            text(path + ".name", party.name(), MAX_NAME, false);
            text(path + ".id", party.id(), MAX_NAME, false);
        }
    }

    private void agreement(AgreedSpending agreement) {
        Set<String> committed = new HashSet<>();
        if (agreement.commitments().size() > MAX_AGREED) {
            faults.add("agreement.commitments", "must be at most " + MAX_AGREED);
        }
        for (int i = 0; i < agreement.commitments().size(); i++) {
            String path = "agreement.commitments[" + i + "]";
            Commitment commitment = agreement.commitments().get(i);
            if (faults.given(path, commitment)) {
                if (faults.given(path + ".provider", commitment.provider())) {
                    provider(path, commitment.provider());
                    if (!committed.add(commitment.provider())) {
                        faults.add(path + ".provider", "has a commitment already");
                    }
                }
                amount(path, commitment.amount());
                text(path + ".reference", commitment.reference(), MAX_NAME, false);
            }
        }
        if (agreement.credits().size() > MAX_AGREED) {
            faults.add("agreement.credits", "must be at most " + MAX_AGREED);
        }
        for (int i = 0; i < agreement.credits().size(); i++) {
            String path = "agreement.credits[" + i + "]";
            Credit credit = agreement.credits().get(i);
            if (faults.given(path, credit)) {
                if (credit.provider() != null) {
                    provider(path, credit.provider());
                }
                amount(path, credit.amount());
                text(path + ".note", credit.note(), MAX_NAME, false);
            }
        }
    }

    private void provider(String path, String provider) {
        if (!PROVIDER.matcher(provider).matches()) {
            faults.add(
                    path + ".provider", "must be the first part of the ids of a provider's offerings, such as openai");
        }
    }

    private void amount(String path, BigDecimal amount) {
        if (faults.given(path + ".amount", amount) && (amount.signum() < 0 || amount.compareTo(MAX_AMOUNT) > 0)) {
            faults.add(path + ".amount", "must be from 0 to " + MAX_AMOUNT.toPlainString());
        }
    }

    /** Text must have something to read in it, and nothing that a document cannot hold. */
    private void text(String field, String text, int most, boolean lines) {
        if (text == null) {
            return;
        }
        if (text.isBlank() || text.codePointCount(0, text.length()) > most) {
            faults.add(field, "must be from 1 to " + most + " characters, not all of them blank");
        } else if (!text.codePoints().allMatch(c -> writable(c, lines))) {
            faults.add(
                    field,
                    lines
                            ? "must have no control characters but line ends and tabs, and no half characters"
                            : "must have no control characters, line ends, tabs or half characters");
        }
    }

    /** XML 1.0 cannot hold others, even escaped. */
    private static boolean writable(int c, boolean lines) {
        if (lines && (c == '\n' || c == '\t' || c == '\r')) {
            return true;
        }
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !Character.isISOControl(c) && !half && c != 0xFFFE && c != 0xFFFF && c != 0x2028 && c != 0x2029;
    }
}
