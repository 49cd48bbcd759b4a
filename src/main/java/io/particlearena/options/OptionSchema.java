package io.particlearena.options;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The options that a record declares with {@link Option} and {@link OptionGroup}, and the way between such a record and
 * plain values (numbers, booleans, texts and lists, as JSON and the command line have them).
 *
 * @param <R> the record of options
 */
public final class OptionSchema<R extends Record> {

    private final Class<R> type;
    private final List<OptionDescriptor> descriptors;

    private OptionSchema(Class<R> type) {
        this.type = type;
        List<OptionDescriptor> found = new ArrayList<>();
        collect(type, "", found);
        long keys = found.stream().map(OptionDescriptor::key).distinct().count();
        if (keys != found.size()) {
            throw new IllegalStateException(type + " declares two options of the same key");
        }
        this.descriptors = List.copyOf(found);
    }

    /**
     * Reads the declarations of a record.
     *
     * @throws IllegalStateException if the record declares an option wrongly, which is a mistake in the program
     */
    public static <R extends Record> OptionSchema<R> of(Class<R> type) {
        try {
            OptionSchema<R> schema = new OptionSchema<>(type);
            schema.defaults();
            return schema;
        } catch (OptionException e) {
            throw new IllegalStateException("The defaults of " + type + " are not allowed: " + e.getMessage(), e);
        }
    }

    /** The options in the order of their declaration, groups flattened. */
    public List<OptionDescriptor> options() {
        return descriptors;
    }

    /** The option with this key, if there is one. */
    public Optional<OptionDescriptor> find(String key) {
        return descriptors.stream().filter(option -> option.key().equals(key)).findFirst();
    }

    /** The record with every option at its default. */
    public R defaults() {
        return parse(Map.of());
    }

    /**
     * Builds the record from values by key; what is not named keeps its default.
     *
     * @param values numbers, booleans, texts and lists; texts are read as on the command line, but for a
     *     {@link QuotedText}
     * @throws OptionException for an unknown key, a wrong type, a value out of range or a combination that the record's
     *     constructor refuses
     */
    public R parse(Map<String, ?> values) {
        Map<String, Object> complete = new LinkedHashMap<>();
        for (OptionDescriptor option : descriptors) {
            complete.put(option.key(), option.defaultValue());
        }
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            OptionDescriptor option = find(entry.getKey()).orElseThrow(() -> unknown(entry.getKey()));
            complete.put(option.key(), OptionValues.check(option, entry.getValue()));
        }
        return build(type, complete);
    }

    /** The values of a record by key, in the order of declaration; {@link #parse} turns them back into an equal record. */
    public Map<String, Object> values(R options) {
        Map<String, Object> values = new LinkedHashMap<>();
        read(options, values);
        return values;
    }

    private OptionException unknown(String key) {
        TreeSet<String> known = new TreeSet<>();
        descriptors.forEach(option -> known.add(option.key()));
        String advice = Suggestions.closest(key.replace('-', '_'), known)
                .or(() -> ofFormerName(key))
                .map(closest -> "you may mean \"" + closest + "\".")
                .orElse("the options are " + String.join(", ", known) + ".");
        return new OptionException(key, "There is no option \"" + key + "\" here; " + advice);
    }

    /** The option that another program calls by this name. */
    private Optional<String> ofFormerName(String name) {
        return descriptors.stream()
                .filter(option -> !option.formerName().isEmpty())
                .filter(option -> option.formerName().replace('-', '_').equals(name.replace('-', '_')))
                .map(OptionDescriptor::key)
                .findFirst();
    }

    private static void collect(Class<?> record, String group, List<OptionDescriptor> found) {
        for (RecordComponent component : record.getRecordComponents()) {
            OptionGroup nested = component.getAnnotation(OptionGroup.class);
            Option option = component.getAnnotation(Option.class);
            if (nested != null) {
                collect(component.getType(), nested.value(), found);
            } else if (option != null) {
                found.add(OptionValues.describe(component, option, group));
            } else {
                throw new IllegalStateException(component + " of " + record + " has neither @Option nor @OptionGroup");
            }
        }
    }

    private static <T> T build(Class<T> record, Map<String, Object> values) {
        RecordComponent[] components = record.getRecordComponents();
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            Class<?> type = components[i].getType();
            types[i] = type;
            arguments[i] = components[i].isAnnotationPresent(OptionGroup.class)
                    ? build(type, values)
                    : OptionValues.toComponent(type, Objects.requireNonNull(values.get(key(components[i].getName()))));
        }
        try {
            Constructor<T> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof OptionException refused) {
                throw refused;
            }
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new OptionException("", String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException("Cannot build " + record, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot build " + record, e);
        }
    }

    private static void read(Record options, Map<String, Object> values) {
        for (RecordComponent component : options.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                Object value = component.getAccessor().invoke(options);
                if (value instanceof Record nested && component.isAnnotationPresent(OptionGroup.class)) {
                    read(nested, values);
                } else {
                    values.put(key(component.getName()), OptionValues.fromComponent(value));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot read " + component, e);
            }
        }
    }

    /** The JSON key of a component: {@code maxEpisodeLen -> max_episode_len}. */
    static String key(String componentName) {
        return componentName.replaceAll("(\\p{Upper})", "_$1").toLowerCase(Locale.ROOT);
    }

    /** An enum constant's name as users write it: {@code TIME_LIMIT -> time-limit}. */
    static String choice(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of all constants of an enum type as users write them. */
    static List<String> choices(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants())
                .map(constant -> choice((Enum<?>) constant))
                .toList();
    }
}
