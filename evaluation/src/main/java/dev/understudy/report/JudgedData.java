package dev.understudy.report;

import dev.understudy.privacy.AuditedRows;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a report is about.
 *
 * @param real      name of the real data, without credentials
 * @param synthetic name of the judged data
 * @param rows      both sides, as they are compared
 * @param audited   both sides, and who was learned from; may hold more real families than {@code rows}
 * @param subjects  tables whose families are audited
 * @param leftOut   columns that are made anew on purpose, so that no score is asked of them
 * @param realRows  rows of whole tables, where they were counted
 * @param madeRows  likewise
 * @param samples   by subject, the share of its families that is compared
 */
public record JudgedData(
        String real,
        String synthetic,
        AuditedRows rows,
        AuditedRows audited,
        List<TableName> subjects,
        Set<ColumnName> leftOut,
        Map<TableName, Long> realRows,
        Map<TableName, Long> madeRows,
        Map<TableName, Double> samples) {}
