package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.schema.TableName;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Links inside a family: who is pointed at once is pointed at once among its kin, too. */
class MoleculesTest {
    private static MemoryDatabase real;
    private static MemoryDatabase synthetic;

    @BeforeAll
    static void learnAndGenerate() {
        real = Molecules.rows(3);
        synthetic = new MemoryDatabase();
        new DatabaseGenerator(
                        new DatabaseLearner(Molecules.request(real), LearnProgress.NONE).learn(real),
                        GenerateSettings.DEFAULT,
                        GenerateProgress.NONE)
                .generate(synthetic);
    }

    @Test
    void bondsStayInsideAMolecule() {
        Map<Object, Object> molecules = new HashMap<>();
        synthetic.rows(Molecules.ATOM).forEach(atom -> molecules.put(atom.get("id"), atom.get("molecule_id")));
        assertThat(synthetic.rows(Molecules.BOND))
                .isNotEmpty()
                .allMatch(bond -> molecules.get(bond.get("atom_id")).equals(molecules.get(bond.get("other_id"))));
    }

    @Test
    void mostAtomsAreBoundOnce() {
        double once = pointedAtOnce(real);
        assertThat(once).isGreaterThan(0.9);
        assertThat(pointedAtOnce(synthetic)).isGreaterThan(0.75);
    }

    @Test
    void aMoleculeHasAboutAsManyBondsAsAtoms() {
        assertThat(farApart(real)).isZero();
        assertThat(farApart(synthetic)).isLessThan(0.15);
    }

    /** By how many the bonds of a molecule differ from its atoms, or its atoms less one, on average. */
    private static double farApart(MemoryDatabase database) {
        Map<Object, Integer> atoms = counts(database, Molecules.MOLECULE, Molecules.ATOM, "molecule_id");
        Map<Object, Object> molecules = new HashMap<>();
        database.rows(Molecules.ATOM).forEach(atom -> molecules.put(atom.get("id"), atom.get("molecule_id")));
        Map<Object, Integer> bonds = new HashMap<>();
        database.rows(Molecules.BOND).forEach(bond -> bonds.merge(molecules.get(bond.get("atom_id")), 1, Integer::sum));
        return atoms.entrySet().stream()
                .mapToInt(entry -> {
                    int more = bonds.getOrDefault(entry.getKey(), 0) - entry.getValue();
                    return more > 0 ? more : Math.max(0, -1 - more);
                })
                .average()
                .orElse(0);
    }

    @Test
    void noMoleculeIsWithoutAtoms() {
        assertThat(counts(synthetic, Molecules.MOLECULE, Molecules.ATOM, "molecule_id")
                        .values())
                .allMatch(atoms -> atoms > 0);
    }

    private static double pointedAtOnce(MemoryDatabase database) {
        Map<Object, Integer> counts = counts(database, Molecules.ATOM, Molecules.BOND, "other_id");
        return (double) counts.values().stream().filter(n -> n == 1).count() / counts.size();
    }

    private static Map<Object, Integer> counts(MemoryDatabase database, TableName of, TableName child, String link) {
        Map<Object, Integer> counts = new HashMap<>();
        database.rows(of).forEach(row -> counts.put(row.get("id"), 0));
        database.rows(child).forEach(row -> counts.merge(row.get(link), 1, Integer::sum));
        return counts;
    }
}
