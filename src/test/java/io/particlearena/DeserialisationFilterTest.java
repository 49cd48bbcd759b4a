package io.particlearena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeserialisationFilterTest {

    @Test
    void noObjectIsReadFromItsSerialisedForm() throws IOException {
        DeserialisationFilter.install();
        DeserialisationFilter.install();
        assertThat(ObjectInputFilter.Config.getSerialFilter()).isNotNull();
        for (Object object : List.of(new ArrayList<>(List.of("text")), new int[3], 5L)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(object);
            }
            assertThatThrownBy(() -> read(bytes.toByteArray())).isInstanceOf(InvalidClassException.class);
        }
    }

    private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
