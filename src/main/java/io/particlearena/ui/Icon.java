package io.particlearena.ui;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/** The icons of the window, as paths in a square of 16 by 16. They take their size and colour from the style sheet. */
public enum Icon {
    PLAY("M4 2 L14 8 L4 14 Z"),
    PAUSE("M3 2 H6.5 V14 H3 Z M9.5 2 H13 V14 H9.5 Z"),
    RECORD("M8 2.5 A5.5 5.5 0 1 0 8.01 2.5 Z"),
    STOP("M3 3 H13 V13 H3 Z"),
    STEP("M3 2 L10 8 L3 14 Z M11 2 H13.5 V14 H11 Z"),
    STEP_BACK("M13 2 L6 8 L13 14 Z M5 2 H2.5 V14 H5 Z"),
    LOOP("M2 4 H11 V1 L15.5 5.2 L11 9.4 V6.4 H4.2 V8.4 H2 Z M14 12 H5 V15 L0.5 10.8 L5 6.8 V9.6 H11.8 V7.8 H14 Z"),
    FILM(
            "M1 2 H15 V14 H1 Z M4.4 3.4 V7.3 H11.6 V3.4 Z M4.4 8.7 V12.6 H11.6 V8.7 Z M2 3.4 V5 H3.2 V3.4 Z M2 7.2 V8.8 H3.2"
                    + " V7.2 Z M2 11 V12.6 H3.2 V11 Z M12.8 3.4 V5 H14 V3.4 Z M12.8 7.2 V8.8 H14 V7.2 Z M12.8 11 V12.6 H14 V11 Z"),
    RESTART("M8 2 A6 6 0 1 0 14 8 H12 A4 4 0 1 1 8 4 V7 L13 3.2 L8 0 Z"),
    SLOWER("M8 3 V13 L1 8 Z M15 3 V13 L8 8 Z"),
    FASTER("M1 3 L8 8 L1 13 Z M8 3 L15 8 L8 13 Z"),
    FOLLOW(
            "M8 0 L10.5 3 H5.5 Z M8 16 L5.5 13 H10.5 Z M0 8 L3 5.5 V10.5 Z M16 8 L13 10.5 V5.5 Z M8 5.5 A2.5 2.5 0 1 0 8.01 5.5 Z"),
    LIGHT(
            "M8 4.5 A3.5 3.5 0 1 0 8.01 4.5 Z M7.3 0 H8.7 V3 H7.3 Z M7.3 13 H8.7 V16 H7.3 Z M0 7.3 H3 V8.7 H0 Z M13 7.3 H16"
                    + " V8.7 H13 Z M1.8 2.8 L2.8 1.8 L4.9 3.9 L3.9 4.9 Z M11.1 12.1 L12.1 11.1 L14.2 13.2 L13.2 14.2 Z M13.2 1.8"
                    + " L14.2 2.8 L12.1 4.9 L11.1 3.9 Z M3.9 11.1 L4.9 12.1 L2.8 14.2 L1.8 13.2 Z"),
    DARK("M6 1 A7 7 0 1 0 15 10 A6 6 0 0 1 6 1 Z"),
    COMMAND("M1 2 H15 V14 H1 Z M2.5 3.5 V12.5 H13.5 V3.5 Z M3.8 5 L7 8 L3.8 11 V9 L5 8 L3.8 7 Z M8 10 H12 V11.3 H8 Z"),
    RESET("M6 2 V5 H9.5 A4.5 4.5 0 0 1 9.5 14 H4 V12 H9.5 A2.5 2.5 0 0 0 9.5 7 H6 V10 L1 6 Z"),
    KEYBOARD(
            "M0 3.5 H16 V12.5 H0 Z M1.3 4.8 V11.2 H14.7 V4.8 Z M2.8 6 H4.3 V7.3 H2.8 Z M5.8 6 H7.3 V7.3 H5.8 Z M8.8 6 H10.3 V7.3"
                    + " H8.8 Z M11.8 6 H13.3 V7.3 H11.8 Z M4.3 8.8 H11.8 V10.1 H4.3 Z"),
    SEARCH(
            "M6.5 1 A5.5 5.5 0 1 0 9.7 11 L14 15.3 L15.3 14 L11 9.7 A5.5 5.5 0 0 0 6.5 1 Z M6.5 2.8 A3.7 3.7 0 1 1 6.49 2.8 Z"),
    EXPAND(
            "M2 2 H7 V3.6 H4.8 L7.5 6.3 L6.3 7.5 L3.6 4.8 V7 H2 Z M14 14 H9 V12.4 H11.2 L8.5 9.7 L9.7 8.5 L12.4 11.2 V9 H14 Z"),
    ARENA(
            "M1 1 H15 V15 H1 Z M2.4 2.4 V13.6 H13.6 V2.4 Z M5.5 4 A1.8 1.8 0 1 0 5.51 4 Z M11 5 A1.3 1.3 0 1 0 11.01 5 Z M9 9.4"
                    + " A1.8 1.8 0 1 0 9.01 9.4 Z"),
    MATRIX(
            "M1 1 H5 V5 H1 Z M6 1 H10 V5 H6 Z M11 1 H15 V5 H11 Z M1 6 H5 V10 H1 Z M6 6 H10 V10 H6 Z M11 6 H15 V10 H11 Z M1 11 H5 V15"
                    + " H1 Z M6 11 H10 V15 H6 Z M11 11 H15 V15 H11 Z"),
    BARS("M1 15 V6 H4.5 V15 Z M6.2 15 V1 H9.7 V15 Z M11.5 15 V9 H15 V15 Z"),
    RIDGES("M1 8 L5 3 L9 6 L12 4.5 L15 8 Z M1 14.5 L5 9.5 L9 12 L12 10.5 L15 14.5 Z"),
    OVERLAY("M1 14 L5 2 L9 14 H7.6 L5 6.2 L2.4 14 Z M7 14 L11 5 L15 14 H13.4 L11 8.6 L8.6 14 Z"),
    LAYERS("M1 3 L6 1 L10 4 L15 2 V6 L10 8 L6 5 L1 7 Z M1 10 L6 8 L10 11 L15 9 V13 L10 15 L6 12 L1 14 Z"),
    ADD("M7 2 H9 V7 H14 V9 H9 V14 H7 V9 H2 V7 H7 Z"),
    REMOVE("M2 7 H14 V9 H2 Z"),
    HOME("M8 1 L15.5 8 H13.5 V15 H9.6 V10.5 H6.4 V15 H2.5 V8 H0.5 Z"),
    FORK(
            "M3 1 A2 2 0 1 0 3.01 1 Z M3 11 A2 2 0 1 0 3.01 11 Z M13 3 A2 2 0 1 0 13.01 3 Z M2.2 4.5 H3.8 V11 H2.2 Z M12.2 6.5 H13.8"
                    + " V8.2 H3.8 V6.8 H12.2 Z"),
    FORWARD("M9 2.5 L7.6 3.9 L10.7 7 H1.5 V9 H10.7 L7.6 12.1 L9 13.5 L14.5 8 Z"),
    BACK("M7 2.5 L8.4 3.9 L5.3 7 H14.5 V9 H5.3 L8.4 12.1 L7 13.5 L1.5 8 Z"),
    INFO(
            "M8 0.5 A7.5 7.5 0 1 0 8.01 0.5 Z M8 2 A6 6 0 1 1 7.99 2 Z M7.2 7 H8.8 V12 H7.2 Z M8 4.2 A1 1 0 1 0 8.01 4.2 Z"),
    LIST(
            "M1 1.5 H4 V4.5 H1 Z M6 2.2 H15 V3.8 H6 Z M1 6.5 H4 V9.5 H1 Z M6 7.2 H15 V8.8 H6 Z M1 11.5 H4 V14.5 H1 Z M6 12.2 H15"
                    + " V13.8 H6 Z"),
    PENCIL("M11.5 1 L15 4.5 L5.2 14.3 L1 15 L1.7 10.8 Z"),
    TAG("M1 1 H8 L15 8 L8 15 L1 8 Z M4.2 2.8 A1.4 1.4 0 1 0 4.21 2.8 Z"),
    DROP("M8 0.5 C9 2.5 13.5 6.5 13.5 10 A5.5 5.5 0 1 1 2.5 10 C2.5 6.5 7 2.5 8 0.5 Z"),
    COPY("M1 1 H11 V3.6 H9.5 V2.5 H2.5 V9.5 H3.6 V11 H1 Z M5 5 H15 V15 H5 Z"),
    FOLDER("M0.5 1.5 H6.2 L7.8 3.8 H15.5 V14.5 H0.5 Z"),
    TRASH("M5.8 0.8 H10.2 V2.3 H14.2 V4 H1.8 V2.3 H5.8 Z M2.8 5.2 H13.2 L12.4 15.2 H3.6 Z"),
    CHEVRON("M5.4 2.5 L11 8 L5.4 13.5 L4 12.1 L8.1 8 L4 3.9 Z"),
    PIN("M5 1 H11 V2.6 H10.2 L10.6 7 L13 9 V10.6 H8.8 V15.5 H7.2 V10.6 H3 V9 L5.4 7 L5.8 2.6 H5 Z"),
    MORE(
            "M8 0 A1.8 1.8 0 1 0 8.01 0 Z M8 6.2 A1.8 1.8 0 1 0 8.01 6.2 Z M8 12.4 A1.8 1.8 0 1 0 8.01 12.4 Z M0 8 H0 Z M16 8 H16 Z"),
    SETTINGS(
            "M1 3 H8 V4.5 H1 Z M11 3 H15 V4.5 H11 Z M8.5 1.5 H10.5 V6 H8.5 Z M1 7.3 H4 V8.8 H1 Z M7 7.3 H15 V8.8 H7 Z M4.5 5.8"
                    + " H6.5 V10.3 H4.5 Z M1 11.6 H9 V13.1 H1 Z M12 11.6 H15 V13.1 H12 Z M9.5 10.1 H11.5 V14.6 H9.5 Z"),
    UNDO("M6 2 V5 H9.5 A4.5 4.5 0 0 1 9.5 14 H4 V12 H9.5 A2.5 2.5 0 0 0 9.5 7 H6 V10 L1 6 Z"),
    REDO("M10 2 V5 H6.5 A4.5 4.5 0 0 0 6.5 14 H12 V12 H6.5 A2.5 2.5 0 0 1 6.5 7 H10 V10 L15 6 Z"),
    CLOSE("M3.2 2 L8 6.8 L12.8 2 L14 3.2 L9.2 8 L14 12.8 L12.8 14 L8 9.2 L3.2 14 L2 12.8 L6.8 8 L2 3.2 Z");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** A new node that shows the icon. */
    public Node node() {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        Region region = new Region();
        region.setShape(shape);
        region.getStyleClass().add("icon");
        region.setMouseTransparent(true);
        return region;
    }
}
