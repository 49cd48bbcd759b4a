package io.particlearena.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON tree of maps, lists, numbers, texts and booleans, and says in a sentence what is missing.
 *
 * @param path where in the file the tree is, for messages
 * @param node the tree
 */
record Tree(String path, @Nullable Object node) {

    private static final int LONGEST_FOUND = 60;

    /** The member of an object; its node is null where there is none. */
    Tree get(String name) {
        Object member = node instanceof Map<?, ?> map ? map.get(name) : null;
        return new Tree(path.isEmpty() ? name : path + "." + name, member);
    }

    /** Whether anything is there. */
    boolean present() {
        return node != null;
    }

    /** The elements of a list. */
    List<Tree> list() {
        if (!(node instanceof List<?> list)) {
            throw missing("a list");
        }
        List<Tree> elements = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            elements.add(new Tree(path + "[" + i + "]", list.get(i)));
        }
        return elements;
    }

    /** The elements of a list that must have so many. */
    List<Tree> list(int size) {
        List<Tree> elements = list();
        if (elements.size() != size) {
            throw new IllegalArgumentException("The recording's \"" + path + "\" has " + elements.size()
                    + " elements; it must have " + size + ".");
        }
        return elements;
    }

    /** A finite number. */
    double number() {
        if (node instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw missing("a finite number");
    }

    /** A number, or another where there is none. */
    double numberOr(double other) {
        return node == null ? other : number();
    }

    /** A truth value; false where there is none. */
    boolean truth() {
        if (node == null) {
            return false;
        }
        if (node instanceof Boolean value) {
            return value;
        }
        throw missing("true or false");
    }

    /** A truth value that must be there. */
    boolean given() {
        if (node == null) {
            throw missing("true or false");
        }
        return truth();
    }

    /** A text. */
    String text() {
        if (node instanceof String text) {
            return text;
        }
        throw missing("a text");
    }

    /** A list of so many numbers. */
    double[] numbers(int size) {
        return list(size).stream().mapToDouble(Tree::number).toArray();
    }

    /** A list of numbers. */
    double[] numbers() {
        return list().stream().mapToDouble(Tree::number).toArray();
    }

    /** All numbers in a number or in lists of lists, in order. */
    double[] allNumbers() {
        List<Double> found = new ArrayList<>();
        collect(found);
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void collect(List<Double> found) {
        if (node instanceof List<?>) {
            list().forEach(element -> element.collect(found));
        } else {
            found.add(number());
        }
    }

    private IllegalArgumentException missing(String wanted) {
        return new IllegalArgumentException("The recording's \"" + path + "\" is "
                + (node == null ? "missing" : found()) + "; it must be " + wanted + ".");
    }

    /** What there is, in a few words. */
    String found() {
        if (node instanceof Map<?, ?>) {
            return "an object";
        }
        if (node instanceof List<?>) {
            return "a list";
        }
        String text = node instanceof String ? "\"" + node + "\"" : String.valueOf(node);
        return text.length() > LONGEST_FOUND ? text.substring(0, LONGEST_FOUND) + "..." : text;
    }
}
