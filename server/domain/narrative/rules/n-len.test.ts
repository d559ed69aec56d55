import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { nLen } from './n-len';

itKeepsItsExamples(nLen);
