package dev.leapp.core.internal.transfer;

import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.ImportContext;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.WorkspaceImport;
import dev.leapp.core.spi.WorkspaceImporter;
import dev.leapp.core.spi.WorkspaceImporterDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session type with two secrets, one of them required, and an importer that finds what it is told. */
@LeappPluginInfo(id = "test.transfer", version = "1", spiVersion = LeappPlugin.SPI_VERSION)
public final class TestPlugin implements LeappPlugin {

    static final SessionType TYPE = new SessionType("test-key");
    static final String KEY = "key";
    static final String KEY_ID = "key-id";

    WorkspaceImport finds = WorkspaceImport.builder().build();

    @Nullable
    RuntimeException fails;

    @Nullable
    ImportContext given;

    @Override
    public List<AccessMethodFactory> accessMethods() {
        return List.of(new AccessMethodFactory() {
            @Override
            public AccessMethodDescriptor descriptor() {
                FieldSpec key = FieldSpec.builder("secretKey", "Secret key")
                        .secret(KEY)
                        .pattern(".{4,}", "must have four characters")
                        .build();
                FieldSpec keyId = FieldSpec.builder("keyId", "Key id")
                        .inSecretStore(KEY_ID)
                        .optional()
                        .build();
                FieldSpec device = FieldSpec.builder("device", "Device")
                        .optional()
                        .pattern("[a-z]+", "must be a word")
                        .build();
                return new AccessMethodDescriptor(TYPE, "Test key", List.of(key, keyId, device));
            }

            @Override
            public AccessMethod create(PluginContext context) {
                throw new UnsupportedOperationException();
            }
        });
    }

    @Override
    public List<WorkspaceImporter> importers() {
        return List.of(new WorkspaceImporter() {
            @Override
            public WorkspaceImporterDescriptor descriptor() {
                return new WorkspaceImporterDescriptor("elsewhere", "Elsewhere", "a field of the test");
            }

            @Override
            public WorkspaceImport read(ImportContext context) {
                given = context;
                if (fails != null) {
                    throw fails;
                }
                return finds;
            }
        });
    }
}
