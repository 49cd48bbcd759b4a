package io.particlearena.store;

import java.util.regex.Pattern;

/**
 * What a checkpoint keeps of a segment file: enough to find it and to know that it is the right one, undamaged.
 *
 * @param name the file's name within its folder
 * @param fromRow the first row that it holds
 * @param toRow one past the last row that it holds
 * @param rowBytes the bytes of a row
 * @param checksum the CRC-32C of all rows
 */
public record SegmentReference(String name, long fromRow, long toRow, int rowBytes, int checksum)
        implements Comparable<SegmentReference> {

    /** A segment's name never leads out of its folder, even if a reference was forged. */
    static final Pattern NAME = Pattern.compile("rows-\\d{1,19}-\\d{1,19}-[0-9a-f]{8}\\.segment");

    public SegmentReference {
        if (!NAME.matcher(name).matches()) {
            throw new StoreException("\"" + name + "\" is not the name of a segment.");
        }
        if (fromRow < 0 || toRow < fromRow || rowBytes < 1) {
            throw new StoreException("Segment " + name + " cannot hold rows " + fromRow + " to " + toRow + " of "
                    + rowBytes + " bytes.");
        }
    }

    /** Writes the reference as part of a checkpoint. */
    public void save(StateWriter out) {
        out.putString("name", name);
        out.putLong("from_row", fromRow);
        out.putLong("to_row", toRow);
        out.putLong("row_bytes", rowBytes);
        out.putLong("crc32c", checksum);
    }

    /**
     * Reads a reference that {@link #save} wrote.
     *
     * @throws StoreException if it makes no sense
     */
    public static SegmentReference load(StateReader in) {
        long rowBytes = in.getLong("row_bytes");
        long checksum = in.getLong("crc32c");
        if (rowBytes != (int) rowBytes || checksum != (int) checksum) {
            throw new StoreException(
                    "A reference to a segment has " + rowBytes + " bytes per row and checksum " + checksum + ".");
        }
        return new SegmentReference(
                in.getString("name"), in.getLong("from_row"), in.getLong("to_row"), (int) rowBytes, (int) checksum);
    }

    /** In order of rows. */
    @Override
    public int compareTo(SegmentReference other) {
        int byFrom = Long.compare(fromRow, other.fromRow);
        int byTo = byFrom != 0 ? byFrom : Long.compare(toRow, other.toRow);
        return byTo != 0 ? byTo : name.compareTo(other.name);
    }
}
