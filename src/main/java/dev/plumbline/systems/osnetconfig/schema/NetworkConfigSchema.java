package dev.plumbline.systems.osnetconfig.schema;

import java.util.ArrayList;
import java.util.List;

/** os-net-config's schema of a list of objects (schema.yaml) and the messages it gives (validator.py). */
public final class NetworkConfigSchema {

    /** All sections of a file are judged under this name. */
    private static final String SECTION = "network_config/";

    private final Validation validation;
    private final Rule object;

    public NetworkConfigSchema(Edition edition) {
        this.validation = new Validation(edition == Edition.MASTER);
        this.object = ObjectTypes.anyOf(edition);
    }

    /** A message for each object that is none, in their order; of an empty list one for the list. */
    public List<String> messages(PythonValue.Sequence objects) {
        Report report = new Report(validation);
        List<String> messages = new ArrayList<>();
        if (objects.items().isEmpty()) {
            Violation empty = new Violation(Step.top("minItems"), objects, new Violation.Reason.TooShort());
            messages.add(report.message(SECTION, empty));
        }
        Step items = Step.top("items");
        for (int i = 0; i < objects.items().size(); i++) {
            for (Violation violation : validation.check(objects.items().get(i), object, items)) {
                messages.add(report.message(SECTION + i, violation));
            }
        }
        return List.copyOf(messages);
    }
}
