/** The objects of os-net-config's configuration as its objects.py makes them, a release at a time. */
@NullMarked
package dev.plumbline.systems.osnetconfig.config;

import org.jspecify.annotations.NullMarked;
