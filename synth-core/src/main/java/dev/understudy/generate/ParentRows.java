package dev.understudy.generate;

import dev.understudy.schema.rule.RowView;

/** Where rules find the rows that links of a row lead to. */
@FunctionalInterface
interface ParentRows {
    /** For what looks at nothing but the row itself. */
    ParentRows NONE = (link, block, row, whole) -> null;

    /**
     * @param link  its name
     * @param whole false while links that are chosen last have no targets yet
     * @return null if the link leads nowhere, or nobody knows yet where
     */
    RowView of(String link, Block block, int row, boolean whole);
}
