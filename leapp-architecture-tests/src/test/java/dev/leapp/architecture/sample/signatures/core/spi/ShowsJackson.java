package dev.leapp.architecture.sample.signatures.core.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Shows it in a type argument. */
public interface ShowsJackson {

    List<JsonNode> nodes();
}
