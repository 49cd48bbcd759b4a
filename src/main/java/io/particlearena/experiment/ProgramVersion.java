package io.particlearena.experiment;

/** Which version of the program this is. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** The version as the program's archive states it; {@code development} if it does not run from one. */
    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
