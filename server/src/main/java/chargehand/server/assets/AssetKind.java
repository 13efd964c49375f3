package chargehand.server.assets;

import java.util.Locale;
import java.util.stream.Stream;

/// What an asset is, roughly.
public enum AssetKind {
    server("server", "host", "hypervisor", "virtual", "vm", "blade", "compute", "rechner", "node"),
    storage("storage", "nas", "san", "array", "tape", "backup", "speicher", "disk"),
    network("network", "switch", "router", "firewall", "access point", "wlan", "load balancer", "netz", "core", "leaf"),
    software(
            "software",
            "application",
            "anwendung",
            "database",
            "datenbank",
            "operating system",
            "library",
            "framework"),
    licence("licence", "license", "lizenz"),
    contract("contract", "vertrag", "wartung"),
    power("power", "ups", "usv", "pdu", "cooling", "klima", "battery"),
    other;

    private final String[] signs;

    AssetKind(String... signs) {
        this.signs = signs;
    }

    /// By a word of a register: its role, type or class.
    static AssetKind of(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        for (var kind : values()) if (kind.name().equals(lower)) return kind;
        return Stream.of(licence, contract, power, storage, network, server, software)
                .filter(kind -> Stream.of(kind.signs).anyMatch(lower::contains))
                .findFirst()
                .orElse(other);
    }
}
