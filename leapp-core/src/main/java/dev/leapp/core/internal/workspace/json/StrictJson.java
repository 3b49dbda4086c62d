package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads JSON token by token: UTF-8 without a fault, and no name twice in an object. */
final class StrictJson {

    /** Reads all that there is; what it leaves is not looked at. */
    interface Reading<T> {
        T read(JsonParser parser) throws IOException, MalformedDocumentException;
    }

    private StrictJson() {}

    static <T> T read(byte[] utf8, Reading<T> reading) throws MalformedDocumentException {
        try (JsonParser parser = factory().createParser(strictly(utf8))) {
            return reading.read(parser);
        } catch (CharacterCodingException e) {
            throw MalformedDocumentException.damaged("it is no UTF-8", e);
        } catch (JsonProcessingException e) {
            requireUtf8(utf8);
            throw MalformedDocumentException.damaged("it is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("an array can always be read", e);
        }
    }

    /** Fails if anything but white space follows what the parser has read. */
    static void requireEnd(JsonParser parser) throws IOException, MalformedDocumentException {
        if (parser.nextToken() != null) {
            throw MalformedDocumentException.damaged("it is no JSON");
        }
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private static InputStreamReader strictly(byte[] utf8) {
        return new InputStreamReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8.newDecoder());
    }

    /** What is no UTF-8 behind a fault of the JSON says more than that fault. */
    private static void requireUtf8(byte[] utf8) throws MalformedDocumentException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
        } catch (CharacterCodingException e) {
            throw MalformedDocumentException.damaged("it is no UTF-8", e);
        }
    }
}
