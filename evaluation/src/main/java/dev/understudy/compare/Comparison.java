package dev.understudy.compare;

import java.util.List;
import java.util.Optional;

/**
 * Two databases side by side.
 *
 * @param tables tables of both
 * @param links  links between them
 */
public record Comparison(List<ComparedTable> tables, List<ComparedLink> links) {
    public Comparison {
        tables = List.copyOf(tables);
        links = List.copyOf(links);
    }

    public Optional<ComparedTable> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    public List<ComparedLink> linksOf(ComparedTable child) {
        return links.stream().filter(link -> link.child() == child).toList();
    }

    public List<ComparedLink> linksTo(ComparedTable parent) {
        return links.stream().filter(link -> link.parent() == parent).toList();
    }
}
