package dev.understudy.privacy;

import dev.understudy.compare.SideRows;
import dev.understudy.privacy.DuplicateTest.Attack;
import dev.understudy.privacy.PrivacyResult.Control;
import dev.understudy.privacy.PrivacyResult.Curve;
import dev.understudy.privacy.PrivacyResult.Distances;
import dev.understudy.random.Draws;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All tests on the families of one subject, and the verdict. */
public final class PrivacySuite {
    private static final int FEWEST_FAMILIES = 200;
    private static final int MOST_GUESSED = 5;
    private static final int CURVE_POINTS = 100;

    private final AuditedRows rows;
    private final PrivacySettings settings;
    private final Draws draws;

    public PrivacySuite(AuditedRows rows, PrivacySettings settings) {
        this.rows = rows;
        this.settings = settings;
        this.draws = Draws.seeded(settings.seed()).at("privacy");
    }

    /** Seconds for samples of at most 10,000 families a part. @param subject table that the families start with */
    public PrivacyResult run(TableName subject) {
        FamilyTree tree =
                FamilyTree.of(rows.schema(), rows.graph(), subject, rows.columns(), rows.real(), settings.k());
        FamilySample.Reader reader = new FamilySample.Reader(tree, rows.real());
        FamilySample real = reader.read(rows.real());
        List<TestResult> tests = new ArrayList<>(literals(tree));
        tests.addAll(VerbatimRows.results(real, reader.read(rows.synthetic()), draws.at("halves")));
        if (rows.folds().isEmpty()) {
            for (String test : List.of("P1", "P2", "P3", "P4", "P5", "P6")) {
                tests.add(TestResult.inconclusive(test, title(test), 0, "needs families that nothing was made from"));
            }
            return result(tree, tests, List.of(), List.of(), null, new int[3]);
        }
        return new Audit(tree, reader, real).run(tests);
    }

    private static String title(String test) {
        return switch (test) {
            case "P1" -> "duplicates";
            case "P2" -> "membership";
            case "P3" -> "membership of outlying families";
            case "P4" -> "attribute inference";
            case "P5" -> "singling out, linkability";
            default -> "distance to the closest record";
        };
    }

    private List<TestResult> literals(FamilyTree tree) {
        Map<TableName, boolean[]> heldOut = new LinkedHashMap<>();
        for (TableName table : tree.tables()) {
            if (rows.released() != null) {
                heldOut.put(table, heldOut(tree.subjectRows(rows.real(), table)));
            }
        }
        return LiteralLeakage.results(rows, tree.tables(), settings.k(), heldOut);
    }

    private boolean[] heldOut(int[] subjects) {
        boolean[] held = new boolean[subjects.length];
        for (int row = 0; row < held.length; row++) {
            held[row] = subjects[row] >= 0 && rows.released()[subjects[row]] != Part.TRAIN;
        }
        return held;
    }

    private PrivacyResult result(
            FamilyTree tree,
            List<TestResult> tests,
            List<Control> controls,
            List<Curve> curves,
            Distances distances,
            int[] sizes) {
        Verdict worst =
                tests.stream().map(TestResult::verdict).reduce(Verdict::worse).orElse(Verdict.INCONCLUSIVE);
        boolean missed = controls.stream().anyMatch(control -> !control.passed());
        boolean falseAlarm = controls.stream()
                .anyMatch(control -> !control.passed() && control.name().startsWith("reference"));
        boolean literal = tests.stream().anyMatch(test -> test.test().equals("P0") && test.verdict() == Verdict.FAIL);
        Verdict verdict = missed && worst == Verdict.PASS || falseAlarm && !literal ? Verdict.INCONCLUSIVE : worst;
        String reason = reason(tests, worst, verdict);
        return new PrivacyResult(
                tree.subject().toString(),
                verdict,
                reason,
                sizes[0],
                sizes[1],
                sizes[2],
                tests,
                controls,
                curves,
                distances == null ? new Distances(0, new double[0], new double[0]) : distances);
    }

    private static String reason(List<TestResult> tests, Verdict worst, Verdict verdict) {
        if (verdict != worst) {
            return "The suite missed its own controls.";
        }
        List<TestResult> decisive =
                tests.stream().filter(test -> test.verdict() == verdict).toList();
        return switch (verdict) {
            case PASS -> "No attack tells more about the families that were learned than about others.";
            case FAIL ->
                "%s: %s.".formatted(decisive.get(0).test(), decisive.get(0).name());
            case INCONCLUSIVE -> {
                // What a hold-out or more families would settle says more than a single column.
                TestResult last = decisive.get(decisive.size() - 1);
                yield "%s: %s.".formatted(last.test().equals("P6") ? "P1 to P6" : last.test(), last.note());
            }
        };
    }

    /** The tests that need families which nothing was made from. */
    private final class Audit {
        private final FamilyTree tree;
        private final FamilySample real;
        private final List<FamilyFeature> features;
        private final List<Fold> folds = new ArrayList<>();
        private final List<int[]> members = new ArrayList<>();
        private final int[] sizes = new int[3];

        Audit(FamilyTree tree, FamilySample.Reader reader, FamilySample real) {
            this.tree = tree;
            this.real = real;
            this.features = reader.features().list();
            for (AuditedRows.Audited one : rows.folds()) {
                Fold fold = new Fold(one.parts(), read(reader, one.synthetic()));
                folds.add(fold);
                members.add(one.members() == null ? fold.families(Part.TRAIN) : one.members());
                sizes[0] = Math.max(sizes[0], fold.families(Part.TRAIN).length);
                sizes[1] += fold.families(Part.HOLDOUT).length;
                sizes[2] += fold.families(Part.REFERENCE).length;
            }
        }

        private FamilySample read(FamilySample.Reader reader, SideRows side) {
            return reader.read(side);
        }

        PrivacyResult run(List<TestResult> tests) {
            DuplicateTest duplicates = new DuplicateTest(real, settings.k());
            List<Attack> attacks = new ArrayList<>();
            List<EqualParts> parts = new ArrayList<>();
            for (int f = 0; f < folds.size(); f++) {
                attacks.add(new Attack(folds.get(f), members.get(f), new int[0]));
                parts.add(EqualParts.of(
                        features,
                        real,
                        folds.get(f),
                        members.get(f),
                        draws.at("parts").at(f)));
            }
            tests.addAll(duplicates.results(attacks, draws.at("P1")));
            if (real.families() < FEWEST_FAMILIES || features.isEmpty() || smallestReference() < 5) {
                for (String test : List.of("P2", "P3", "P4", "P5", "P6")) {
                    tests.add(TestResult.inconclusive(
                            test,
                            title(test),
                            real.families(),
                            "needs %d families with columns that say something".formatted(FEWEST_FAMILIES)));
                }
                return result(tree, tests, List.of(), List.of(), null, sizes);
            }
            List<MembershipAttack> guesses = new ArrayList<>();
            for (int f = 0; f < folds.size(); f++) {
                guesses.add(new MembershipAttack(
                        features,
                        real,
                        folds.get(f),
                        members.get(f),
                        draws.at("attack").at(f)));
            }
            Attacked attacked = Attacked.pooled(
                    guesses.stream().map(guess -> guess.attacked()).toList());
            tests.addAll(MembershipTest.results(attacked, groups(), draws.at("P2")));
            AttributeInference inference = new AttributeInference(features, real);
            tests.addAll(inference.guessed(settings.sensitive(), MOST_GUESSED).stream()
                    .map(target ->
                            inference.result(target, parts, draws.at("P4").at(target)))
                    .toList());
            tests.add(new SinglingOut(features, real).result(parts, draws.at("P5")));
            tests.add(new Linkability(features, real).result(parts, draws.at("P5")));
            Closeness closeness = new Closeness(real);
            tests.addAll(closeness.results(parts, draws.at("P6")));
            List<Control> controls =
                    new Controls(real, folds, members, guesses, duplicates, draws.at("controls")).run();
            double[] upper = new double[1];
            double[][] histograms = closeness.histograms(upper);
            return result(
                    tree,
                    tests,
                    controls,
                    curves(attacked),
                    new Distances(upper[0], histograms[0], histograms[1]),
                    sizes);
        }

        private List<ProtectedGroup> groups() {
            TableName subject = tree.subject();
            return ProtectedGroup.of(
                    settings.groups(), subject, rows.columns().get(subject), rows.real(), settings.k());
        }

        private int smallestReference() {
            return folds.stream()
                    .mapToInt(fold -> fold.families(Part.REFERENCE).length)
                    .min()
                    .orElse(0);
        }

        private List<Curve> curves(Attacked attacked) {
            List<Curve> curves = new ArrayList<>();
            Attacked apart = attacked.outliers();
            for (int a = 0; a < attacked.scores().length; a++) {
                curves.add(new Curve(
                        MembershipAttack.NAMES.get(a),
                        new Ranking(attacked.scores()[a], attacked.member()).curve(CURVE_POINTS)));
                if (apart.others() > 0) {
                    curves.add(new Curve(
                            MembershipAttack.NAMES.get(a) + ", outlying",
                            new Ranking(apart.scores()[a], apart.member()).curve(CURVE_POINTS)));
                }
            }
            return curves;
        }
    }
}
