package io.particlearena.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the options of a schema as Markdown tables for the documentation. */
public final class OptionTables {

    private static final String HEAD = "| flag | default | allowed | meaning |\n|---|---|---|---|\n";

    private OptionTables() {}

    /** One table for the options without a heading, then a heading and a table for every group, in their order. */
    public static String markdown(List<OptionDescriptor> options) {
        Map<String, List<OptionDescriptor>> groups = new LinkedHashMap<>();
        groups.put("", new ArrayList<>());
        for (OptionDescriptor option : options) {
            groups.computeIfAbsent(option.group(), group -> new ArrayList<>()).add(option);
        }
        StringBuilder text = new StringBuilder();
        groups.forEach((group, members) -> {
            if (!members.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n");
                text.append(group.isEmpty() ? "" : "**" + group + "**\n\n").append(HEAD);
                members.forEach(option -> text.append(row(option)));
            }
        });
        return text.toString();
    }

    private static String row(OptionDescriptor option) {
        String notes = (option.formerName().isEmpty() ? "" : " Elsewhere called `" + option.formerName() + "`.")
                + (option.live() ? " May change while training." : "");
        return "| `%s` | %s | %s | %s |\n"
                .formatted(option.flag(), defaultOf(option), escape(option.allowed()), escape(option.help()) + notes);
    }

    private static String defaultOf(OptionDescriptor option) {
        String value = option.defaultValue() instanceof List<?> list
                ? String.join(",", list.stream().map(Object::toString).toList())
                : option.defaultValue() instanceof Double number
                        ? OptionValues.plain(number)
                        : option.defaultValue().toString();
        return value.isEmpty() ? "" : "`" + value + "`" + (option.unit().isEmpty() ? "" : " " + option.unit());
    }

    private static String escape(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
