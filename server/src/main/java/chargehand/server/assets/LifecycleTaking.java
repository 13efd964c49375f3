package chargehand.server.assets;

import chargehand.engine.lifecycle.AssetLines;
import chargehand.engine.lifecycle.Cycle;
import chargehand.engine.lifecycle.LifecycleCatalogue;
import chargehand.engine.lifecycle.Product;
import chargehand.files.UnreadableFile;
import chargehand.files.own.EndOfLifeFiles;
import chargehand.server.assets.LifecycleFacts.Origin;
import chargehand.server.assets.LifecycleFacts.Stored;
import chargehand.server.assets.LifecycleView.DifferingFact;
import chargehand.server.assets.LifecycleView.EndView;
import chargehand.server.assets.LifecycleView.Look;
import chargehand.server.assets.LifecycleView.MeantView;
import chargehand.server.assets.LifecycleView.TouchedAsset;
import chargehand.server.assets.Rematching.Meant;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.Outside;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Completes the catalogue of products from a file or an address in endoflife.date's format: looked at first, then
/// taken
/// as a whole; the register is matched by it at once.
@Service
public class LifecycleTaking {
    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_CYCLES = 200_000;
    private static final int LONGEST = 300;
    private static final int SHOWN = 500;
    private static final int SHOWN_ASSETS = 100;
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    /// What would end otherwise before what is new; of each product the last to end first, as the catalogue has it.
    private static final Comparator<DifferingFact> IN_ORDER = Comparator.<DifferingFact, Boolean>comparing(
                    each -> each.before() == null)
            .thenComparing(each -> each.title().toLowerCase(Locale.ROOT))
            .thenComparing(DifferingFact::product)
            .thenComparing(
                    each -> LifecycleView.order(each.after().end(), each.after().ended()), Comparator.reverseOrder());

    private final LifecycleFacts facts;
    private final Lifecycles lifecycles;
    private final Rematching rematching;
    private final Outside outside;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LifecycleTaking(
            LifecycleFacts facts,
            Lifecycles lifecycles,
            Rematching rematching,
            Outside outside,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.facts = facts;
        this.lifecycles = lifecycles;
        this.rematching = rematching;
        this.outside = outside;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What a file would do.
    ///
    /// @throws Problem if it is none of endoflife.date's formats, or a fact of it can't be
    @Transactional
    Look look(Caller caller, String name, byte[] file) {
        var stored = new Stored(Ids.next(clock), name, file);
        var look = compared(stored);
        facts.insert(caller.account(), stored);
        return look;
    }

    /// The same of what is read from the address now, outside any transaction: it may take a minute.
    ///
    /// @throws Problem if no address is written down, or it can't be asked
    Look fetch(Caller caller) {
        var address = facts.address();
        if (address == null) throw Problem.invalid("address", "Write down from which address it is read.");
        var read = outside.fetch(address, MOST_BYTES);
        return Objects.requireNonNull(transactions.execute(_ -> look(caller, address, read)));
    }

    /// @param address null for none
    /// @throws Problem if it may not be asked
    @Transactional
    void address(Caller caller, @Nullable String address) {
        var written = address == null || address.isBlank() ? null : address.strip();
        if (written != null) outside.check(written);
        facts.address(written);
        audit.record(
                caller,
                "lifecycle-address-set",
                "company",
                new UUID(0, 0),
                null,
                written == null ? Map.of() : Map.of("address", written));
    }

    /// The file against the catalogue of now: only what is new or otherwise is taken, so that what the makers' pages
    /// say stays theirs.
    private record Compared(
            List<Product> products, List<DifferingFact> differing, List<Product> takes, LifecycleCatalogue after) {
        int fresh() {
            return (int)
                    differing.stream().filter(each -> each.before() == null).count();
        }
    }

    private Compared compare(Stored stored) {
        var products = read(stored);
        var before = lifecycles.catalogue();
        var after = before.with(products);
        var differing = new ArrayList<DifferingFact>();
        var takes = new ArrayList<Product>();
        for (var product : products) {
            var known = before.product(product.id()).orElse(null);
            var whole = after.product(product.id()).orElseThrow();
            var other = new ArrayList<Cycle>();
            for (var name :
                    product.cycles().stream().map(Cycle::name).distinct().toList()) {
                var then = cycle(whole, name);
                var now = known == null ? null : cycle(known, name);
                if (then == null || now != null && end(now).equals(end(then))) continue;
                other.add(then);
                differing.add(
                        new DifferingFact(product.id(), whole.title(), name, now == null ? null : end(now), end(then)));
            }
            if (!other.isEmpty() || known == null) takes.add(with(product, other));
        }
        return new Compared(products, differing, takes, after);
    }

    private static @Nullable Cycle cycle(Product product, String name) {
        return product.cycles().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static EndView end(Cycle cycle) {
        return new EndView(cycle.end(), cycle.paidEnd(), cycle.ended(), cycle.source());
    }

    private static Product with(Product product, List<Cycle> cycles) {
        return new Product(
                product.id(),
                product.title(),
                product.kind(),
                product.names(),
                product.cpes(),
                product.purls(),
                cycles);
    }

    private Look compared(Stored stored) {
        var compared = compare(stored);
        var before = lifecycles.catalogue();
        var touched = new ArrayList<TouchedAsset>();
        int[] assets = {0};
        rematching.differing(new AssetLines(compared.after()), each -> {
            if (each.isTouched() && assets[0]++ < SHOWN_ASSETS)
                touched.add(new TouchedAsset(
                        each.id(), each.name(), each.line(), meant(each.before()), meant(each.after())));
        });
        return new Look(
                stored.id(),
                stored.name(),
                compared.products().size(),
                compared.products().stream()
                        .mapToInt(each -> each.cycles().size())
                        .sum(),
                (int) compared.products().stream()
                        .filter(each -> before.product(each.id()).isEmpty())
                        .count(),
                compared.fresh(),
                compared.differing().size() - compared.fresh(),
                compared.differing().stream().sorted(IN_ORDER).limit(SHOWN).toList(),
                assets[0],
                touched);
    }

    private static MeantView meant(Meant meant) {
        return new MeantView(meant.outcome(), meant.title(), meant.cycle(), meant.end(), meant.ended());
    }

    /// Takes a file that was looked at, as the catalogue is by now.
    ///
    /// @return how many facts, and how many assets mean something else since
    @Transactional
    int[] accept(Caller caller, UUID id) {
        var stored = facts.find(id, caller.account()).orElseThrow(Problem::notFound);
        facts.lock();
        var compared = compare(stored);
        facts.put(compared.takes(), new Origin(stored.name(), clock.instant(), caller.name()));
        facts.mark(UUID.randomUUID());
        facts.remove(id, caller.account());
        int assets = rematching.take(lifecycles.lines(), clock.instant(), caller.name());
        audit.record(
                caller,
                "lifecycle-taken",
                "import",
                id,
                null,
                Map.of("from", stored.name(), "facts", compared.differing().size(), "assets", assets));
        return new int[] {compared.differing().size(), assets};
    }

    void throwAway(Caller caller, UUID id) {
        if (!facts.remove(id, caller.account())) throw Problem.notFound();
    }

    /// Back to what comes with the product.
    ///
    /// @return how many assets mean something else since
    @Transactional
    int forget(Caller caller) {
        facts.lock();
        int forgotten = facts.forget();
        facts.mark(UUID.randomUUID());
        int assets = rematching.take(lifecycles.lines(), clock.instant(), caller.name());
        audit.record(
                caller,
                "lifecycle-forgotten",
                "company",
                new UUID(0, 0),
                null,
                Map.of("facts", forgotten, "assets", assets));
        return assets;
    }

    private static List<Product> read(Stored stored) {
        try {
            var products = EndOfLifeFiles.read(stored.content(), product(stored.name()));
            int cycles = 0;
            for (var product : products) {
                check(product);
                cycles += product.cycles().size();
            }
            if (cycles > MOST_CYCLES)
                throw new UnreadableFile(
                        "file-too-large", "There are more than 200,000 versions.", "Take it in several files.");
            return products.stream().map(LifecycleTaking::seen).toList();
        } catch (UnreadableFile unreadable) {
            var sentence = String.valueOf(unreadable.getMessage());
            throw Problem.of(422, "file-unreadable", "The file can't be read", sentence)
                    .hint(unreadable.hint())
                    .with("file", stored.name())
                    .with("reason", unreadable.code())
                    .with("sentence", sentence)
                    .with("way", unreadable.hint());
        }
    }

    /// A file or address of one product may say its name alone: `…/api/rhel.json`.
    private static String product(String name) {
        return name.replaceFirst("[?#].*", "")
                .replaceFirst("/+$", "")
                .replaceFirst(".*[/\\\\]", "")
                .replaceFirst("(?i)\\.json$", "");
    }

    private static void check(Product product) throws UnreadableFile {
        checkWord("A product's id", product.id());
        checkWord("A product's title", product.title());
        checkWord("A product's category", product.kind());
        for (var cycle : product.cycles()) {
            checkWord("A version of %s".formatted(product.id()), cycle.name());
            checkDay(product, cycle, cycle.end());
            checkDay(product, cycle, cycle.paidEnd());
        }
    }

    private static void checkWord(String what, String word) throws UnreadableFile {
        if (!isWord(word))
            throw new UnreadableFile(
                    "bad-value",
                    "%s has to have 1 to %d letters, and no control characters.".formatted(what, LONGEST),
                    "Look whether the file is endoflife.date's.");
    }

    private static boolean isWord(String word) {
        return !word.isBlank()
                && word.length() <= LONGEST
                && word.chars().noneMatch(each -> Character.isISOControl(each));
    }

    private static void checkDay(Product product, Cycle cycle, @Nullable LocalDate day) throws UnreadableFile {
        if (day != null && (day.isBefore(FIRST) || day.isAfter(LAST)))
            throw new UnreadableFile(
                    "bad-value",
                    "%s %s would end on %s.".formatted(product.id(), cycle.name(), day),
                    "Write a day between 1970 and 2200.");
    }

    /// Without names that nobody writes.
    private static Product seen(Product product) {
        return new Product(
                product.id(),
                product.title(),
                product.kind(),
                product.names().stream().filter(LifecycleTaking::isWord).toList(),
                product.cpes().stream().filter(LifecycleTaking::isWord).toList(),
                product.purls().stream().filter(LifecycleTaking::isWord).toList(),
                product.cycles().stream()
                        .map(each -> new Cycle(
                                each.name(),
                                each.others().stream()
                                        .filter(LifecycleTaking::isWord)
                                        .toList(),
                                each.end(),
                                each.paidEnd(),
                                each.ended(),
                                each.source()))
                        .toList());
    }
}
