package dev.understudy.generate;

import dev.understudy.model.ColumnFill;
import dev.understudy.model.ReferenceModel;
import dev.understudy.random.Draws;
import dev.understudy.schema.ForeignKey;
import dev.understudy.semantic.Meaning;
import dev.understudy.semantic.TextRecipe;
import dev.understudy.semantic.TextRecipe.MeaningRecipe;
import dev.understudy.semantic.Traits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who the person of a row is: a number of the row, with what the row and the rows that it refers to say of their country,
 * city and gender.
 *
 * <p>Of its own row only kept labels count, because a made-up country is itself the persona's; of rows that were made before
 * everything does. Immutable.
 */
final class PersonaCells {
    private static final List<Meaning> TOLD = List.of(
            Meaning.COUNTRY, Meaning.COUNTRY_CODE, Meaning.STATE, Meaning.STATE_CODE, Meaning.CITY, Meaning.GENDER);
    private static final int MOST_STEPS = 3;

    private final Draws rows;
    private final Draws personas;
    private final Map<Meaning, Trait> traits;

    /** Where a trait stands: links to follow, then a column. */
    private record Trait(List<Step> steps, GeneratedTable of, int column) {
        /** Null where it is not told. */
        String text(Block block, int row) {
            Block at = block;
            int local = row;
            for (Step step : steps) {
                if (step.reference < 0) {
                    if (at.owner == null) {
                        return null;
                    }
                    local = at.ownerRow[local];
                    at = at.owner;
                } else {
                    long target = at.targets[step.reference][local];
                    if (target < 0) {
                        return null;
                    }
                    at = step.table.blockOf(target);
                    local = (int) (target - at.firstRow());
                }
            }
            Cell cell = of.cell(column);
            if (!steps.isEmpty()) {
                return cell.isNull(at, local) ? null : cell.text(at, local);
            }
            return cell instanceof LabelCell label ? label.label(at, local) : null;
        }
    }

    /** A link. @param reference number of the reference; -1 for the owning link */
    private record Step(int reference, GeneratedTable table) {}

    private PersonaCells(Draws rows, Draws personas, Map<Meaning, Trait> traits) {
        this.rows = rows;
        this.personas = personas;
        this.traits = traits;
    }

    static PersonaCells of(GeneratedTable table, Tables tables, TextRecipe recipe) {
        TextRecipe plain = recipe instanceof TextRecipe.ComposedRecipe composed ? composed.otherwise() : recipe;
        Map<Meaning, Trait> traits = new EnumMap<>(Meaning.class);
        if (plain instanceof MeaningRecipe meaning) {
            gather(traits, table, tables, meaning.role(), List.of());
        }
        return new PersonaCells(table.draws(), tables.personas().at("traits"), traits);
    }

    private static void gather(
            Map<Meaning, Trait> traits, GeneratedTable table, Tables tables, String role, List<Step> steps) {
        List<ColumnFill> fills = table.model().fills();
        for (int c = 0; c < fills.size(); c++) {
            Meaning meaning = meaning(fills.get(c), role);
            if (meaning != null && TOLD.contains(meaning) && (steps.isEmpty() || meaning != Meaning.GENDER)) {
                traits.putIfAbsent(meaning, new Trait(steps, table, c));
            }
        }
        if (steps.size() == MOST_STEPS || !role.isEmpty()) {
            return;
        }
        for (int r = 0; r < table.model().references().size(); r++) {
            ReferenceModel reference = table.model().references().get(r);
            if (reference.kind() == ReferenceModel.Kind.LATE || reference.kind() == ReferenceModel.Kind.SELF) {
                continue;
            }
            ForeignKey link = tables.link(table.model().name(), reference.link());
            follow(traits, tables, tables.get(link.parent()), table, new Step(r, tables.get(link.parent())), steps);
        }
        if (!table.model().isSubject()) {
            GeneratedTable owner = tables.get(table.model().owner());
            follow(traits, tables, owner, table, new Step(-1, owner), steps);
        }
    }

    /** Only to tables that are made before, so that no row asks for itself; and only to places, not to other persons. */
    private static void follow(
            Map<Meaning, Trait> traits,
            Tables tables,
            GeneratedTable to,
            GeneratedTable from,
            Step step,
            List<Step> steps) {
        if (to == null || !tables.isBefore(to, from) || !isAboutPlaces(to)) {
            return;
        }
        List<Step> further = new ArrayList<>(steps);
        further.add(step);
        gather(traits, to, tables, "", further);
    }

    private static boolean isAboutPlaces(GeneratedTable table) {
        return table.model().fills().stream()
                .map(fill -> meaning(fill, ""))
                .anyMatch(meaning -> meaning != null && TOLD.contains(meaning) && meaning != Meaning.GENDER);
    }

    private static Meaning meaning(ColumnFill fill, String role) {
        TextRecipe recipe = fill instanceof ColumnFill.Text text
                ? text.recipe()
                : fill instanceof ColumnFill.UniqueText unique ? unique.recipe() : null;
        return recipe instanceof MeaningRecipe meaning && meaning.role().equals(role) ? meaning.meaning() : null;
    }

    /** @param serial number of the row */
    long of(long serial, Block block, int row) {
        long free = Traits.free(rows.bits(serial));
        if (traits.isEmpty()) {
            return free;
        }
        return Traits.bound(
                free,
                personas,
                first(block, row, Meaning.COUNTRY, Meaning.COUNTRY_CODE),
                first(block, row, Meaning.STATE, Meaning.STATE_CODE),
                first(block, row, Meaning.CITY, Meaning.CITY),
                first(block, row, Meaning.GENDER, Meaning.GENDER));
    }

    private String first(Block block, int row, Meaning one, Meaning other) {
        Trait trait = traits.getOrDefault(one, traits.get(other));
        return trait == null ? null : trait.text(block, row);
    }
}
