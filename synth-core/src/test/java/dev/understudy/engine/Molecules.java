package dev.understudy.engine;

import static dev.understudy.engine.Definitions.INT;
import static dev.understudy.engine.Definitions.link;
import static dev.understudy.engine.Definitions.row;
import static dev.understudy.engine.Definitions.table;

import dev.understudy.learn.LearnRequest;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Molecules, their atoms and the bonds between atoms of one molecule: each atom but the first is bound to one before it, once; in
 * a ring the last one is bound to the first as well.
 */
final class Molecules {
    static final TableName MOLECULE = new TableName("", "molecule");
    static final TableName ATOM = new TableName("", "atom");
    static final TableName BOND = new TableName("", "bond");

    private static final int MOLECULES = 400;

    private Molecules() {}

    static Schema schema() {
        return new Schema(
                Vendor.GENERIC,
                "1",
                "",
                List.of(
                        table(MOLECULE, "id", INT, "active", INT),
                        table(ATOM, "id", INT, "molecule_id", INT, "element", INT),
                        table(BOND, "id", INT, "atom_id", INT, "other_id", INT, "kind", INT)),
                List.of(
                        link("atom_molecule", ATOM, "molecule_id", MOLECULE),
                        link("bond_atom", BOND, "atom_id", ATOM),
                        link("bond_other", BOND, "other_id", ATOM)),
                List.of(),
                List.of());
    }

    static MemoryDatabase rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MemoryDatabase database = new MemoryDatabase();
        long atom = 0;
        long bond = 0;
        for (long molecule = 1; molecule <= MOLECULES; molecule++) {
            database.add(MOLECULE, row("id", molecule, "active", (long) random.nextInt(2)));
            int atoms = 4 + random.nextInt(12) + random.nextInt(12);
            long first = atom + 1;
            for (int i = 0; i < atoms; i++) {
                database.add(
                        ATOM,
                        row("id", ++atom, "molecule_id", molecule, "element", i == 0 ? 0L : random.nextInt(10) / 5L));
            }
            for (long other = first + 1; other <= atom; other++) {
                long to = Math.max(first, other - 1 - random.nextInt(3));
                database.add(BOND, row("id", ++bond, "atom_id", to, "other_id", other, "kind", 1L + random.nextInt(2)));
            }
            if (random.nextBoolean()) {
                database.add(BOND, row("id", ++bond, "atom_id", first, "other_id", atom, "kind", 2L));
            }
        }
        return database;
    }

    static LearnRequest request(MemoryDatabase database) {
        return Definitions.request(schema(), database);
    }
}
