package dev.plumbline.systems.ospdirector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Corpus;
import dev.plumbline.evidence.tree.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The files of one known guest, from the resources that it was made of. */
@EnabledIf("isThere")
class SeedCorpusTest {

    private static final Path SEED = Corpus.ROOT.resolve("osp-director/seed-environment");

    static boolean isThere() {
        return Files.isDirectory(SEED);
    }

    private final NetConfig config =
            NicManifests.netConfig(NicManifests.tree(SEED.resolve("01-openstacknetconfig.yaml")));
    private final Role controller = NicManifests.role(
            "Controller",
            NicManifests.tree(SEED.resolve("02-openstackcontrolplane.yaml"))
                    .at("spec", "virtualMachineRoles", "Controller"));
    private final SortedMap<String, Tree> heat =
            NicManifests.parameters(NicManifests.tree(SEED.resolve("03-heat-env-config.yaml"))
                    .at("data", "network-common.yaml")
                    .text());

    private Tree template(String release) {
        return NicTemplate.config(
                config, controller, release, NicManifests.addresses(config, "controller-0"), heat, Optional.empty());
    }

    private static Object expected(String file) {
        return NicManifests.value(NicManifests.tree(SEED.resolve("expected").resolve(file)));
    }

    @Test
    void theTemplateOf162GivesTheGuestsFile() {
        assertThat(NicManifests.value(template("16.2"))).isEqualTo(expected("config.json"));
        assertThat(NicManifests.value(template("train"))).isEqualTo(expected("config.json"));
    }

    @Test
    void theTemplateOf17GivesItsOwn() {
        assertThat(NicManifests.value(template("17.1"))).isEqualTo(expected("config-17.x-same-inputs.yaml"));
        assertThat(NicManifests.value(template("wallaby"))).isEqualTo(expected("config-17.x-same-inputs.yaml"));
    }

    @Test
    void networkDataOf162() {
        assertThat(NicManifests.value(NetworkDataFile.of(config, "16.2")))
                .isEqualTo(expected("network_data-16.2.yaml"));
    }

    @Test
    void networkDataForCloudInit() {
        Map<String, Tree> addresses = NicManifests.addresses(config, "controller-0");

        assertThat(NicManifests.value(CloudInit.networkData(config, controller, addresses)))
                .isEqualTo(expected("networkdata-controller-0.yaml"));
        Tree secret = CloudInit.secret(config, controller, "controller", "controller-0", addresses);
        assertThat(secret.at("metadata", "name").text()).isEqualTo("controller-controller-0-networkdata");
        assertThat(NicManifests.value(
                        NicManifests.tree(secret.at("stringData", "networkdata").text())))
                .isEqualTo(expected("networkdata-controller-0.yaml"));
    }
}
