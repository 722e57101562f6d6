package org.carillon.channel.core.loop;

import java.nio.file.Path;
import org.carillon.channel.core.testkit.ChannelContract;
import org.carillon.channel.core.testkit.FakeProvider;
import org.carillon.channel.core.testkit.Rig;

class FakeChannelIT extends ChannelContract {
    @Override
    protected Rig newRig(Path folder) {
        return new FakeProvider();
    }
}
