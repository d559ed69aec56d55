import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { sBasis } from './s-basis';

itKeepsItsExamples(sBasis);
