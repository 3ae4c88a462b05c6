package dev.plumbline.views.picture;

/** The paper a picture is drawn on. */
public enum Theme {
    /** Light, and dark in a browser that prefers it. */
    AUTO,
    LIGHT,
    DARK
}
