package io.particlearena.ui.chart;

/** A part of an axis; its ends are finite and apart. */
public record Span(double from, double to) {

    /** The difference of its ends. */
    public double length() {
        return to - from;
    }

    /** The smallest one that holds both. */
    Span with(Span other) {
        return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }

    /** The same length at another place. */
    public Span moved(double by) {
        return new Span(from + by, to + by);
    }

    /** Smaller or larger around a place, but not so small that numbers cannot tell its ends apart. */
    Span scaled(double factor, double centre) {
        Span next = new Span(centre - (centre - from) * factor, centre + (to - centre) * factor);
        double least = 1e-9 * Math.max(1, Math.max(Math.abs(from), Math.abs(to)));
        return factor < 1 && next.length() < least ? this : next;
    }
}
