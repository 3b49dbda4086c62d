package dev.leapp.testkit.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.leapp.testkit.cloud.PortalDevice.State;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Device codes: {@code POST /device_authorization}, and what polls for them get. Thread-safe. */
final class PortalDevices {

    private final PortalSettings settings;
    private final StsKeys keys;
    private final PortalCounters counters;
    private final Map<String, PortalDevice> byDeviceCode = new LinkedHashMap<>();
    private int pendingPolls;
    private int slowedPolls;

    PortalDevices(PortalSettings settings, StsKeys keys, PortalCounters counters) {
        this.settings = settings;
        this.keys = keys;
        this.counters = counters;
    }

    synchronized PortalAnswer begin(PortalClient client, PortalRequest request, String page) throws PortalFailure {
        String startUrl = request.required("startUrl");
        if (settings.startUrl().filter(own -> !own.equals(startUrl)).isPresent()) {
            throw PortalFailure.invalidRequest("Invalid start url provided");
        }
        if (!client.mayUse(PortalClient.DEVICE_CODE)) {
            throw PortalFailure.oauth("unauthorized_client", "Client is not authorized for device codes");
        }
        State state = settings.automaticApproval() ? State.APPROVED : State.PENDING;
        Instant end = settings.now().plus(settings.codeLifetime());
        PortalDevice device =
                new PortalDevice(keys.opaque(60), keys.userCode(), client.id(), end, state, Optional.empty());
        byDeviceCode.put(device.deviceCode(), device);
        counters.count(PortalEvent.DEVICE_CODE_GIVEN);
        if (settings.automaticApproval()) {
            counters.count(PortalEvent.APPROVED);
        }
        return answer(device, page);
    }

    private PortalAnswer answer(PortalDevice device, String page) {
        return PortalAnswer.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("deviceCode", device.deviceCode())
                        .put("userCode", device.userCode())
                        .put("verificationUri", page)
                        .put("verificationUriComplete", page + "?user_code=" + device.userCode())
                        .put("expiresIn", settings.codeLifetime().toSeconds())
                        .put("interval", settings.interval().toSeconds())
                        .toString());
    }

    /** Returns if the user has agreed, and takes the code away then. */
    synchronized void redeem(PortalClient client, String deviceCode) throws PortalFailure {
        PortalDevice device = byDeviceCode.get(deviceCode);
        if (device == null || !device.clientId().equals(client.id())) {
            throw PortalFailure.invalidGrant();
        }
        Instant now = settings.now();
        byDeviceCode.put(deviceCode, device.polled(now));
        if (device.isExpired(now)) {
            throw PortalFailure.oauth("expired_token", "Device code is expired");
        }
        refuseIfTooSoon(device, now);
        if (pendingPolls > 0 || device.state() == State.PENDING) {
            pendingPolls = Math.max(0, pendingPolls - 1);
            counters.count(PortalEvent.POLL_PENDING);
            throw PortalFailure.oauth("authorization_pending", "Authorization is still pending");
        }
        byDeviceCode.remove(deviceCode);
        if (device.state() == State.DENIED) {
            throw PortalFailure.oauth("access_denied", "Authorization was denied by the user");
        }
    }

    private void refuseIfTooSoon(PortalDevice device, Instant now) throws PortalFailure {
        boolean tooSoon = settings.strictInterval()
                && device.polledAt()
                        .filter(last -> now.isBefore(last.plus(settings.interval())))
                        .isPresent();
        if (tooSoon || slowedPolls > 0) {
            slowedPolls = Math.max(0, slowedPolls - 1);
            counters.count(PortalEvent.POLL_SLOWED);
            throw PortalFailure.oauth("slow_down", "Slow down to process requests");
        }
    }

    /** Notes what the user said to a code. */
    synchronized boolean decide(String userCode, State state) {
        Optional<PortalDevice> device = byDeviceCode.values().stream()
                .filter(each -> each.userCode().equals(userCode) && !each.isExpired(settings.now()))
                .findFirst();
        device.ifPresent(found -> byDeviceCode.put(found.deviceCode(), found.in(state)));
        if (device.isPresent() && state == State.APPROVED) {
            counters.count(PortalEvent.APPROVED);
        }
        return device.isPresent();
    }

    synchronized List<String> pending() {
        return byDeviceCode.values().stream()
                .filter(each -> each.state() == State.PENDING && !each.isExpired(settings.now()))
                .map(PortalDevice::userCode)
                .toList();
    }

    synchronized void leavePending(int polls) {
        pendingPolls = polls;
    }

    synchronized void slowDown(int polls) {
        slowedPolls = polls;
    }
}
